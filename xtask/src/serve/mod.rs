//! `cargo xtask serve`: the page on the loopback address, under the strict policy it is meant for.

mod site;

use std::env;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::process::{Command, Stdio};

use anyhow::{Result, anyhow};
use oxhttp::model::{Body, Method, Request, Response, StatusCode};
use oxhttp::{ListeningServer, Server};

use crate::dist::offline;
use crate::{build, project};
use site::Target;

/// How many ports are tried, from the one asked for.
const PORTS: u16 = 20;

/// Builds if needed, then serves until interrupted.
///
/// # Errors
/// If the build fails or no port is free.
pub fn run(port: u16, open: bool) -> Result<()> {
    build::run(false)?;
    let (server, address) = bind(port)?;
    println!("Pressmark is at {address} (Ctrl+C ends it)");
    if open {
        open_browser(&address);
    }
    Ok(server.join()?)
}

/// A server on the first free port from `port` on, and its address.
fn bind(port: u16) -> Result<(ListeningServer, String)> {
    let mut result = Err(anyhow!("there is no such port"));
    for port in port..=port.saturating_add(PORTS) {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        match Server::new(|request| answer(request)).bind(address).spawn() {
            Ok(server) => return Ok((server, format!("http://{address}/"))),
            Err(error) => result = Err(anyhow!("port {port} cannot be had: {error}")),
        }
    }
    result
}

fn answer(request: &Request<Body>) -> Response<Body> {
    let mut response = Response::builder();
    for (name, value) in site::HEADERS {
        response = response.header(name, value);
    }
    let (status, name, value, body) = respond(request);
    let response = response.status(status).header(name, value).body(body.into());
    response.expect("headers here are ASCII")
}

/// The status, one more header and the body.
fn respond(request: &Request<Body>) -> (StatusCode, &'static str, &'static str, Vec<u8>) {
    let words = |status, words: &str| (status, "Content-Type", site::mime(".txt"), words.into());
    if request.method() != Method::GET {
        return words(StatusCode::METHOD_NOT_ALLOWED, "Only GET\n");
    }
    match site::target(request.uri().path()) {
        Target::File(path) => match file(&path) {
            Ok(bytes) => (StatusCode::OK, "Content-Type", site::mime(&path), bytes),
            Err(_) => words(StatusCode::NOT_FOUND, "Not found\n"),
        },
        Target::Redirect(to) => (StatusCode::FOUND, "Location", to, Vec::new()),
        Target::Nothing => words(StatusCode::NOT_FOUND, "Not found\n"),
    }
}

/// A file of the tree, or one that is made when it is asked for.
fn file(path: &str) -> Result<Vec<u8>> {
    offline::made(path).unwrap_or_else(|| Ok(fs::read(project::path(path))?))
}

/// Asks the system to show the page, if there is a screen to show it on.
fn open_browser(address: &str) {
    let screen = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|variable| env::var_os(variable).is_some());
    if env::consts::OS == "linux" && !screen {
        return;
    }
    let (program, arguments): (&str, &[&str]) = match env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/c", "start"]),
        _ => ("xdg-open", &[]),
    };
    let mut opener = Command::new(program);
    opener.args(arguments).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if opener.spawn().is_err() {
        eprintln!("note: please open {address} yourself");
    }
}
