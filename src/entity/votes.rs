//! Points for each kind: how rules of different strength are weighed against each other.

use crate::analysis::Kind;

/// Points for each kind. A rule that is right nine times in ten gives about four, a hint one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Votes([i32; 7]);

impl Votes {
    /// Adds points for a kind; negative ones speak against it.
    pub fn add(&mut self, kind: Kind, points: i32) {
        self.0[kind as usize] += points;
    }

    /// Adds points for several kinds.
    pub fn add_each(&mut self, points: &[(Kind, i32)]) {
        for &(kind, points) in points {
            self.add(kind, points);
        }
    }

    /// Adds the same points for every kind: for and against its being a name at all.
    pub fn add_all(&mut self, points: i32) {
        for sum in &mut self.0 {
            *sum += points;
        }
    }

    /// Adds the points of another occurrence of the same name, halved and bounded, so that many weak hints
    /// do not drown one strong one.
    pub fn add_half(&mut self, other: Self) {
        for (sum, points) in self.0.iter_mut().zip(other.0) {
            *sum += (points / 2).clamp(-6, 8);
        }
    }

    /// All points of two occurrences.
    pub fn plus(mut self, other: Self) -> Self {
        for (sum, points) in self.0.iter_mut().zip(other.0) {
            *sum += points;
        }
        self
    }

    /// The points of one less those of another.
    pub fn minus(mut self, other: Self) -> Self {
        for (sum, points) in self.0.iter_mut().zip(other.0) {
            *sum -= points;
        }
        self
    }

    /// The kind with the most points (the first of equals), its points and its lead over the next.
    pub fn best(&self) -> (Kind, i32, i32) {
        let mut best = 0;
        for kind in 1..self.0.len() {
            if self.0[kind] > self.0[best] {
                best = kind;
            }
        }
        let next = (0..self.0.len()).filter(|&kind| kind != best).map(|kind| self.0[kind]).max().unwrap_or(0);
        (Kind::ALL[best], self.0[best], self.0[best] - next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_points_win_and_the_lead_is_told() {
        let mut votes = Votes::default();
        votes.add_each(&[(Kind::Place, 3), (Kind::Organization, 5)]);
        votes.add_all(-1);
        assert_eq!(votes.best(), (Kind::Organization, 4, 2));
        assert_eq!(Votes::default().best(), (Kind::Person, 0, 0));
    }
}
