//! What the units are worth in one another. The factors are exact by definition.

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dimension {
    Length,
    Area,
    Volume,
    Mass,
    Speed,
    Temperature,
    /// A rise or fall of temperature.
    Warming,
    Energy,
    Power,
    Data,
}

/// One way to read a unit: what it measures, its worth in the base unit of that, and where its zero lies there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Unit {
    pub(super) dimension: Dimension,
    pub(super) factor: f64,
    pub(super) zero: f64,
}

/// The ways to read the unit of that code: a ton is one of three.
pub(super) fn readings(code: &str) -> impl Iterator<Item = Unit> + '_ {
    let found = UNITS.iter().filter(move |(known, ..)| *known == code);
    found.map(|(_, dimension, factor, zero)| Unit { dimension: *dimension, factor: *factor, zero: *zero })
}

use Dimension::{Area, Data, Energy, Length, Mass, Power, Speed, Temperature, Volume, Warming};

/// Base units: metre, square metre, litre, kilogram, kilometre an hour, kelvin, kilowatt hour, watt, megabyte.
const UNITS: &[(&str, Dimension, f64, f64)] = &[
    ("km", Length, 1000.0, 0.0),
    ("m", Length, 1.0, 0.0),
    ("cm", Length, 0.01, 0.0),
    ("mm", Length, 0.001, 0.0),
    ("in", Length, 0.0254, 0.0),
    ("ft", Length, 0.3048, 0.0),
    ("yd", Length, 0.9144, 0.0),
    ("mi", Length, 1609.344, 0.0),
    // At sea and in the air a mile is another one.
    ("mi", Length, 1852.0, 0.0),
    ("nmi", Length, 1852.0, 0.0),
    ("km2", Area, 1e6, 0.0),
    ("m2", Area, 1.0, 0.0),
    ("ha", Area, 1e4, 0.0),
    ("acre", Area, 4_046.856_422_4, 0.0),
    ("are", Area, 100.0, 0.0),
    ("mi2", Area, 2_589_988.110_336, 0.0),
    ("ft2", Area, 0.092_903_04, 0.0),
    ("m3", Volume, 1000.0, 0.0),
    ("ft3", Volume, 28.316_846_592, 0.0),
    ("l", Volume, 1.0, 0.0),
    ("cl", Volume, 0.01, 0.0),
    ("ml", Volume, 0.001, 0.0),
    ("hl", Volume, 100.0, 0.0),
    // American and imperial.
    ("gal", Volume, 3.785_411_784, 0.0),
    ("gal", Volume, 4.546_09, 0.0),
    ("bbl", Volume, 158.987_294_928, 0.0),
    ("g", Mass, 0.001, 0.0),
    ("kg", Mass, 1.0, 0.0),
    ("t", Mass, 1000.0, 0.0),
    // Short, long and metric.
    ("ton", Mass, 907.184_74, 0.0),
    ("ton", Mass, 1_016.046_908_8, 0.0),
    ("ton", Mass, 1000.0, 0.0),
    ("q", Mass, 100.0, 0.0),
    ("lb", Mass, 0.453_592_37, 0.0),
    // A pound beside kilograms is no money.
    ("GBP", Mass, 0.453_592_37, 0.0),
    // Of groceries and of gold.
    ("oz", Mass, 0.028_349_523_125, 0.0),
    ("oz", Mass, 0.031_103_476_8, 0.0),
    ("st", Mass, 6.350_293_18, 0.0),
    ("km/h", Speed, 1.0, 0.0),
    ("mi/h", Speed, 1.609_344, 0.0),
    ("kn", Speed, 1.852, 0.0),
    ("m/s", Speed, 3.6, 0.0),
    ("°C", Temperature, 1.0, 273.15),
    ("°C", Warming, 1.0, 0.0),
    ("°F", Temperature, 5.0 / 9.0, 459.67 * 5.0 / 9.0),
    ("°F", Warming, 5.0 / 9.0, 0.0),
    // Which degrees, the other unit tells.
    ("°", Temperature, 1.0, 273.15),
    ("°", Temperature, 5.0 / 9.0, 459.67 * 5.0 / 9.0),
    ("kWh", Energy, 1.0, 0.0),
    ("MWh", Energy, 1e3, 0.0),
    ("GWh", Energy, 1e6, 0.0),
    // Mechanical and metric.
    ("hp", Power, 745.7, 0.0),
    ("hp", Power, 735.5, 0.0),
    ("W", Power, 1.0, 0.0),
    ("kW", Power, 1e3, 0.0),
    ("MW", Power, 1e6, 0.0),
    ("GW", Power, 1e9, 0.0),
    ("MB", Data, 1.0, 0.0),
    ("GB", Data, 1e3, 0.0),
    ("TB", Data, 1e6, 0.0),
];
