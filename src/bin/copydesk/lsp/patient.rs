//! The service, with an answer for what tower-lsp leaves unanswered.

use std::future::{Ready, ready};
use std::task::{Context, Poll};

use futures_util::future::Either;
use tower_lsp::jsonrpc::{Error, ErrorCode, Id, Request, Response};
use tower_service::Service;

use super::decoding::UNDECODABLE;

/// A service that refuses what could not be decoded, and requests that begin with `$/`: the protocol lets a server
/// ignore notifications of that kind, but never a request.
#[derive(Debug)]
pub(crate) struct Patient<S>(pub(crate) S);

impl<S: Service<Request, Response = Option<Response>>> Service<Request> for Patient<S> {
    type Response = Option<Response>;
    type Error = S::Error;
    type Future = Either<Ready<Result<Self::Response, S::Error>>, S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        match refuse(&request) {
            Some(answer) => Either::Left(ready(Ok(Some(answer)))),
            None => Either::Right(self.0.call(request)),
        }
    }
}

/// The answer to a request that is refused here.
fn refuse(request: &Request) -> Option<Response> {
    let id = request.id().cloned();
    match (request.method(), id) {
        (UNDECODABLE, id) => Some(Response::from_error(id.unwrap_or(Id::Null), fault(request))),
        (method, Some(id)) if method.starts_with("$/") => {
            Some(Response::from_error(id, Error::method_not_found()))
        }
        _ => None,
    }
}

/// Why a message could not be decoded.
fn fault(request: &Request) -> Error {
    let code = request.params().and_then(|params| params.get(0)).and_then(|code| code.as_i64());
    Error::new(code.map_or(ErrorCode::ParseError, ErrorCode::from))
}
