//! Who may be meant by a short name: the clusters that bear it.

use super::Cluster;

/// How many that share a short name are kept apart. More only occur in lists, and the bound keeps the work linear.
const MOST: usize = 16;

/// How close a short name is to the whole; the closest are asked first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// A person's surname, or any shorter form of an organization's name.
    Main,
    /// A person's first name or nickname.
    First,
    /// A name from the middle.
    Middle,
    /// The surname of a person's family, which the text does not say the person bears: needs a title.
    Family,
}

/// Someone or something that bears a short name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bearer {
    pub cluster: Cluster,
    /// The mention that introduced the name.
    pub introduced: usize,
    pub tier: Tier,
}

/// The bearers of one short name. There is mostly one, which then needs no list.
#[derive(Debug, Default)]
pub(super) struct Bearers {
    first: Option<Bearer>,
    others: Vec<Bearer>,
}

impl Bearers {
    /// Adds a bearer; one that is here already keeps its closest tier.
    pub fn add(&mut self, bearer: Bearer) {
        let Some(first) = &mut self.first else {
            self.first = Some(bearer);
            return;
        };
        let mut all = std::iter::once(first).chain(&mut self.others);
        if let Some(known) = all.find(|known| known.cluster == bearer.cluster) {
            known.tier = known.tier.min(bearer.tier);
        } else if self.others.len() + 1 < MOST {
            self.others.push(bearer);
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = &Bearer> {
        self.first.iter().chain(&self.others)
    }

    /// The only bearer that `fits`, if there is exactly one.
    pub fn only(&self, fits: impl Fn(&Bearer) -> bool) -> Option<Cluster> {
        let mut fitting = self.iter().filter(|bearer| fits(bearer));
        let first = fitting.next()?;
        fitting.next().is_none().then_some(first.cluster)
    }

    /// Of the bearers with the lowest `rank` (none: cannot be), the one mentioned last before mention `index`, else
    /// the first introduced after it. `latest` is the latest mention of each cluster so far.
    pub fn pick<R: Ord>(
        &self,
        index: usize,
        latest: &[usize],
        rank: impl Fn(&Bearer) -> Option<R>,
    ) -> Option<Cluster> {
        let order = |bearer: &&Bearer| {
            let last = latest[bearer.cluster];
            // Before: the later the better; after: the earlier the better.
            let distance = if last < index { index - last } else { bearer.introduced.max(index) - index };
            (rank(bearer), last >= index, distance)
        };
        self.iter().filter(|bearer| rank(bearer).is_some()).min_by_key(order).map(|bearer| bearer.cluster)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bearers() -> Bearers {
        let mut bearers = Bearers::default();
        for (cluster, tier) in [(0, Tier::First), (1, Tier::Main), (2, Tier::Main)] {
            bearers.add(Bearer { cluster, introduced: cluster * 10, tier });
        }
        bearers
    }

    #[test]
    fn the_closest_tier_goes_before_the_latest_mention() {
        let rank = |b: &Bearer| Some(b.tier);
        assert_eq!(bearers().pick(30, &[29, 10, 20], rank), Some(2), "later than 1, closer than 0");
        assert_eq!(bearers().pick(5, &[0, 10, 20], rank), Some(1), "both come after: the first of them");
        assert_eq!(bearers().pick(5, &[0, 10, 20], |_| None::<u8>), None);
    }

    #[test]
    fn only_one_is_sure() {
        assert_eq!(bearers().only(|b| b.tier == Tier::First), Some(0));
        assert_eq!(bearers().only(|b| b.tier == Tier::Main), None);
    }

    #[test]
    fn crowds_are_cut_off() {
        let mut bearers = Bearers::default();
        for cluster in 0..100 {
            bearers.add(Bearer { cluster, introduced: cluster, tier: Tier::Main });
        }
        assert_eq!(bearers.iter().count(), MOST);
    }
}
