//! A day that no calendar has: 31 November, 29 February 2021, 25h30.

use crate::analysis::{Finding, Fix, Severity};
use crate::article::{Article, days_in_month};
use crate::mention::{Calendar, Date, Form};

pub(super) fn run(article: &Article, paragraph: usize, findings: &mut Vec<Finding>) {
    for date in &article.paragraphs[paragraph].paragraph.dates {
        findings.extend(match &date.form {
            Form::Calendar(calendar) => day(article, paragraph, date, calendar),
            Form::Time { hour, minute } => time(article, paragraph, date, *hour, *minute),
            _ => None,
        });
    }
}

fn day(article: &Article, paragraph: usize, date: &Date, calendar: &Calendar) -> Option<Finding> {
    // A day of which the text itself says that there is none is no slip.
    if date.denied {
        return None;
    }
    let (day, month) = (calendar.day?, calendar.month?);
    let year = calendar.year.map(|year| year.value);
    let days = days_in_month(month.value as u32, year) as i32;
    if (1..=days).contains(&day.value) {
        return None;
    }
    let leap = month.value == 2 && day.value == 29;
    let values = [
        ("date", article.say_date(day.value, month.value, year.filter(|_| leap))),
        ("month", article.voice.messages.word("month", month.value as u32).to_owned()),
        ("days", days.to_string()),
        ("year", year.map(|year| year.to_string()).unwrap_or_default()),
    ];
    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
    let message = article.say(if leap { "impossible-date-year" } else { "impossible-date" }, &values);
    let fix = article.fix("impossible-date-fix", paragraph, day.span, &days.to_string());
    Some(finding(article, paragraph, date, message, vec![fix]))
}

fn time(article: &Article, paragraph: usize, date: &Date, hour: u32, minute: u32) -> Option<Finding> {
    let possible = hour < 24 && minute < 60 || hour == 24 && minute == 0;
    let written = article.written(paragraph, date.span);
    // "31:14" may be minutes and seconds.
    let clock = hour <= 24 || !written.contains(':');
    let message = article.say("impossible-date-hour", &[("time", written)]);
    (!possible && clock).then(|| finding(article, paragraph, date, message, Vec::new()))
}

fn finding(article: &Article, paragraph: usize, date: &Date, message: String, fixes: Vec<Fix>) -> Finding {
    let span = article.place(paragraph, date.span);
    // Somebody's words are quoted as they were said.
    let severity = if date.quoted { Severity::Warning } else { Severity::Error };
    Finding { check: "impossible-date", severity, span, message, related: Vec::new(), fixes }
}
