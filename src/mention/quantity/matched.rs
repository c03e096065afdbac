//! From the match of a pattern to a figure.

use crate::mention::Reader;
use crate::pattern::{Capture, Match};
use crate::token::Figure;

use super::{Interval, Kind, Quantity, base, compound, interval, name_thing, share};

/// The figure that a match makes, if it makes one.
pub(super) fn matched(reader: &Reader, found: &Match) -> Option<Quantity> {
    match found.kind() {
        "collective" => collective(reader, found),
        "ratio" => share::read(reader, found),
        _ => figure(reader, found),
    }
}

/// What a pattern needs around a figure to know it, such as the name before an age, is no part of it.
fn parts<'m>(found: &'m Match) -> impl Iterator<Item = &'m Capture> {
    found.captures.iter().filter(|c| !["capitalised", "word"].contains(&c.name))
}

fn figure(reader: &Reader, found: &Match) -> Option<Quantity> {
    if takes_the_next_ones_sign(reader, found) {
        return None;
    }
    let first = parts(found).map(|c| c.first).min()?;
    let end = parts(found).map(|c| c.end).max()?;
    let figure = worth(reader, found)?;
    // "Page 12" is a name, "the group 1,200" is not.
    if found.get("label").is_some() && (figure.grouped || figure.scaled) {
        return None;
    }
    if !suits(found, figure) {
        return None;
    }
    let kind = if found.kind() == "range" { ranged(found) } else { Kind::named(found.kind()) };
    let mut quantity = base(reader, kind, figure, (first, end), number(found)?);
    let unit = ["unit", "percent", "point", "currency", "time_unit"].iter().find_map(|name| found.text(name));
    quantity.unit = unit.map(str::to_owned);
    quantity.other = ["high", "other"].iter().find_map(|name| found.number(name));
    match found.get("high") {
        // "Victoire 3-2": what counts down across a hyphen is a score.
        Some(high) if is_score(reader, &quantity, figure, high) => quantity.kind = Kind::Score,
        Some(high) => set_range(reader, &mut quantity, figure, high),
        None => {}
    }
    compound::extend(reader, &mut quantity);
    if matches!(quantity.kind, Kind::Count | Kind::Bare) {
        name_thing(reader, &mut quantity);
    }
    Some(quantity)
}

/// Whether the number is of the size and shape that the rule asks for: nobody is sent to prison for 60 years, so "at 60"
/// is an age; "twenty-second" is a place in an order, "12-second" a stretch of time.
fn suits(found: &Match, figure: Figure) -> bool {
    let least = found.settings.get("least").and_then(toml::Value::as_integer);
    let digits = found.settings.contains_key("digits");
    least.is_none_or(|least| figure.value >= least as f64) && (!digits || figure.digits > 0)
}

/// `3 $50 notes`: the sign belongs to what it is glued to.
fn takes_the_next_ones_sign(reader: &Reader, found: &Match) -> bool {
    let next = reader.tokens.get(found.end);
    let last = &reader.tokens[found.end - 1];
    found.kind() == "money"
        && last.spaced
        && last.figure().is_none()
        && next.is_some_and(|next| !next.spaced && next.figure().is_some())
}

/// The number with what multiplies it: a scale glued to it, a sign, a fraction in digits.
fn worth(reader: &Reader, found: &Match) -> Option<Figure> {
    let fraction = share::in_digits(found);
    if found.get("part").is_some() && fraction.is_none() {
        return None;
    }
    let whole = found.get("number").map(|number| figure_of(reader, number));
    let figure = match (whole, fraction) {
        (Some(whole), Some(fraction)) => Figure {
            step: fraction.step,
            ..whole.filter(|whole| whole.plain().is_some())?.plus(fraction.value)
        },
        (Some(whole), None) => whole?,
        (None, fraction) => fraction?,
    };
    let times = found.number("times").or_else(|| found.settings.get("times")?.as_integer().map(|n| n as f64));
    Some(figure.times_if(times))
}

/// What a named number is worth; `one` is a word.
fn figure_of(reader: &Reader, capture: Capture) -> Option<Figure> {
    reader.tokens[capture.first].figure().or_else(|| capture.value.number().map(Figure::in_words))
}

/// The tokens of the number, its scale with it.
fn number(found: &Match) -> Option<(usize, usize)> {
    let names = ["number", "part", "under"];
    let captures = || names.iter().filter_map(|name| found.get(name));
    let end = captures().map(|c| c.end).max()?;
    let glued = found.get("times").filter(|times| times.first == end).map_or(end, |times| times.end);
    Some((captures().map(|c| c.first).min()?, glued))
}

/// `entre 2 et 3 millions`: both ends, and both scaled.
fn set_range(reader: &Reader, quantity: &mut Quantity, low: Figure, high: Capture) {
    let Some(top) = reader.tokens[high.first].figure() else { return };
    let low = interval::shared_scale(low, top);
    quantity.value = low.value;
    quantity.step = low.step;
    quantity.interval = Interval { min: low.value.min(top.value), max: low.value.max(top.value) };
    quantity.high = Some((reader.tokens[high.first].span, top.value));
}

/// Whether two bare numbers across a hyphen count down.
fn is_score(reader: &Reader, quantity: &Quantity, low: Figure, high: Capture) -> bool {
    let mark = &reader.tokens[high.first - 1];
    let down = reader.tokens[high.first].figure().is_some_and(|high| high.value < low.value && !high.scaled);
    quantity.unit.is_none() && down && (mark.is_mark('-') || mark.is_mark('–'))
}

/// What a range is a range of.
fn ranged(found: &Match) -> Kind {
    let has = |name: &str| found.get(name).is_some();
    match () {
        () if has("percent") => Kind::Percent,
        () if has("point") => Kind::Points,
        () if has("currency") => Kind::Money,
        () if has("unit") => Kind::Measure,
        () if has("time_unit") => Kind::Duration,
        () => Kind::Count,
    }
}

/// `une dizaine`, `three dozen`: `10 8-14` is what it says, the least and the greatest that it may mean.
fn collective(reader: &Reader, found: &Match) -> Option<Quantity> {
    let word = found.get("bounds")?;
    let (said, bounds) = word.value.text()?.split_once(' ')?;
    let (low, high) = bounds.split_once('-')?;
    let [said, low, high]: [f64; 3] = [said.parse().ok()?, low.parse().ok()?, high.parse().ok()?];
    let times = found.get("number").map_or(Some(1.0), |n| Some(figure_of(reader, n)?.value))?;
    // The article of `une dizaine` is its number.
    let one = word.first.checked_sub(1).filter(|before| {
        *before >= found.first && reader.language.has(reader.language.classes.one, &reader.tokens[*before])
    });
    let first = found.get("number").map(|number| number.first).or(one).unwrap_or(word.first);
    let figure = Figure::in_words(said * times);
    let mut quantity = base(reader, Kind::Collective, figure, (found.first, word.end), (first, word.end));
    quantity.interval = Interval { min: low * times, max: high * times };
    name_thing(reader, &mut quantity);
    Some(quantity)
}
