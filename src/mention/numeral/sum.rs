//! What number words make together: each is told by its size alone whether it fits behind the others.

#[derive(Clone, Copy, Debug)]
pub(super) enum Word {
    /// Below a hundred; some take more below twenty.
    Below { value: f64, vigesimal: bool },
    /// A hundred, which in some languages needs nothing before it.
    Hundred { alone: bool },
    /// A thousand or more; `mille` needs nothing before it.
    Scale { value: f64, alone: bool },
}

/// What the words so far make.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    pub(super) total: f64,
    /// What stands behind the last scale.
    pub(super) group: f64,
    /// The last scale.
    pub(super) scale: f64,
    pub(super) vigesimal: bool,
    /// Nothing can follow a nought.
    pub(super) closed: bool,
}

impl Sum {
    pub(super) fn new() -> Self {
        Self { total: 0.0, group: 0.0, scale: f64::INFINITY, vigesimal: false, closed: false }
    }

    pub(super) fn worth(&self) -> f64 {
        self.total + self.group
    }

    /// Worth of the last word, below which more can be added behind `and`.
    pub(super) fn room(&self) -> f64 {
        match self.group {
            0.0 => self.scale,
            group if group % 100.0 == 0.0 => 100.0,
            _ => 0.0,
        }
    }

    /// The number with one more word, if it fits.
    pub(super) fn with(self, word: Word) -> Option<Self> {
        (!self.closed && self.takes(word)).then(|| self.and(word))
    }

    fn takes(&self, word: Word) -> bool {
        let rest = self.group % 100.0;
        match word {
            Word::Below { value, .. } if rest == 0.0 => value > 0.0 || self.worth() == 0.0,
            Word::Below { value, .. } if rest % 10.0 == 0.0 && rest >= 20.0 => {
                value > 0.0 && value < if self.vigesimal { 20.0 } else { 10.0 }
            }
            Word::Below { .. } => false,
            Word::Hundred { alone: true } => self.group < 20.0 && self.group != 10.0,
            Word::Hundred { alone: false } => (1.0..100.0).contains(&self.group),
            Word::Scale { value, alone } => {
                (self.worth() > 0.0 || alone) && (value < self.scale || self.total < value)
            }
        }
    }

    fn and(self, word: Word) -> Self {
        match word {
            Word::Below { value, vigesimal } => {
                Self { group: self.group + value, vigesimal, closed: value == 0.0, ..self }
            }
            Word::Hundred { .. } => Self { group: self.group.max(1.0) * 100.0, ..self },
            Word::Scale { value, .. } => {
                let total = if value < self.scale {
                    self.total + self.group.max(1.0) * value
                } else {
                    self.worth() * value
                };
                Self { total, group: 0.0, scale: value, ..self }
            }
        }
    }
}
