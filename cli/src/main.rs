//! Stub, see the next commit.
fn main() {
    use std::io::BufRead;
    let annotator = pressmark::Annotator::new(include_bytes!("../../models/en.model").as_slice()).unwrap();
    for line in std::io::stdin().lock().lines() {
        let v: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let text = v["text"].as_str().unwrap();
        let date = v["date"].as_str().map(|d| pressmark::parse_date(d).unwrap());
        let a = annotator.annotate(text, &pressmark::Options { date, assumed: false });
        println!(
            "{}",
            serde_json::to_string(&a.report(text, v["id"].as_str(), pressmark::OffsetUnit::Utf16)).unwrap()
        );
    }
}
