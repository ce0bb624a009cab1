//! `cargo xtask serve`: the page on the loopback address, under the strict policy it is meant for.

mod site;

use std::env;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::dist::offline;
use crate::{build, project};
use site::Target;

/// How many ports are tried, from the one asked for.
const PORTS: u16 = 20;

/// Requests answered at the same time; a page fetches about six files at once.
const THREADS: usize = 4;

/// Builds if needed, then serves until interrupted.
///
/// # Errors
/// If the build fails or no port is free.
pub fn run(port: u16, open: bool) -> Result<()> {
    build::run(false)?;
    let server = bind(port)?;
    let address = format!("http://{}/", server.server_addr());
    println!("Pressmark is at {address} (Ctrl+C ends it)");
    if open {
        open_browser(&address);
    }
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| server.incoming_requests().for_each(answer));
        }
    });
    Ok(())
}

/// The first free port from `port` on.
fn bind(port: u16) -> Result<Server> {
    let mut result = Err(anyhow!("there is no such port"));
    for port in port..=port.saturating_add(PORTS) {
        match Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
            Ok(server) => return Ok(server),
            Err(error) => result = Err(anyhow!("port {port} cannot be had: {error}")),
        }
    }
    result
}

fn answer(request: Request) {
    let response = respond(&request);
    let response = site::HEADERS
        .iter()
        .fold(response, |response, (name, value)| response.with_header(header(name, value)));
    // A browser that has gone away needs no answer.
    let _ = request.respond(response);
}

fn respond(request: &Request) -> Response<std::io::Cursor<Vec<u8>>> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return Response::from_string("Only GET and HEAD\n").with_status_code(405);
    }
    match site::target(request.url()) {
        Target::File(path) => match file(&path) {
            Ok(bytes) => Response::from_data(bytes)
                .with_chunked_threshold(usize::MAX)
                .with_header(header("Content-Type", site::mime(&path))),
            Err(_) => not_found(),
        },
        Target::Redirect(to) => {
            Response::from_data(Vec::new()).with_status_code(302).with_header(header("Location", to))
        }
        Target::Nothing => not_found(),
    }
}

/// A file of the tree, or one that is made when it is asked for.
fn file(path: &str) -> Result<Vec<u8>> {
    offline::made(path).unwrap_or_else(|| Ok(fs::read(project::path(path))?))
}

fn not_found() -> Response<std::io::Cursor<Vec<u8>>> {
    Response::from_string("Not found\n").with_status_code(404)
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("headers here are ASCII")
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
