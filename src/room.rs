//! Room for lists that grow with a text.
//!
//! A list that is full is commonly moved to twice its room: for a moment it is there three times, and in the end half
//! of it may be empty. How much a text still holds can be told from what it has held so far.

/// So many items tell how many are still to come.
const TELLING: usize = 512;

/// Makes room for what the `rest` of a text, in bytes, will likely add to a list, if it adds as much as the bytes that
/// have been `read`.
pub(crate) fn make_room<T>(list: &mut Vec<T>, read: usize, rest: usize) {
    list.reserve_exact(missing(list.len(), list.capacity(), read, rest));
}

/// As [`make_room`], for letters.
pub(crate) fn make_room_for_letters(letters: &mut String, read: usize, rest: usize) {
    letters.reserve_exact(missing(letters.len(), letters.capacity(), read, rest));
}

fn missing(length: usize, capacity: usize, read: usize, rest: usize) -> usize {
    let spare = capacity - length;
    let expected = (length as u64 * rest as u64 / read.max(1) as u64) as usize;
    // A short list tells little; and while an eighth is spare, the estimate may still get better.
    if length >= TELLING && spare < expected.min(length / 8) { expected + expected / 8 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_an_even_text_is_moved_once() {
        let (runs, run) = (100, TELLING);
        let mut list: Vec<u32> = Vec::new();
        let mut rooms = std::collections::BTreeSet::new();
        for done in 0..runs {
            make_room(&mut list, done * run, (runs - done) * run);
            list.extend(0..run as u32);
            rooms.insert(list.capacity());
        }
        assert_eq!(rooms.len(), 2, "{rooms:?}");
        assert!(list.capacity() <= list.len() * 9 / 8);
    }

    #[test]
    fn nothing_is_made_of_nothing() {
        let mut list: Vec<u32> = Vec::new();
        make_room(&mut list, 0, 1000);
        make_room(&mut list, 1000, 0);
        assert_eq!(list.capacity(), 0);
    }
}
