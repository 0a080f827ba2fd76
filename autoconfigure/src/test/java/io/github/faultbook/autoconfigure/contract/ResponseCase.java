/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.contract;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.server.ResponseStatusException;

/**
 * Something that code of an application does with a request and its response. A new case
 * is a new line in {@link #all()}.
 *
 * @param name what is done
 * @param action does it
 */
record ResponseCase(String name, Action action) {

	private static final String SECRET = "the secret";

	static List<ResponseCase> all() {
		return Stream
			.of(completed(), sentErrors(), afterSentErrors(), thrown(), statuses(), dispatched(), asynchronous())
			.flatMap((cases) -> cases)
			.toList();
	}

	static ResponseCase named(String name) {
		return all().stream()
			.collect(Collectors.toMap(ResponseCase::name, Function.identity()))
			.getOrDefault(name, of(name, (request, response) -> response.getOutputStream().print("fine")));
	}

	private static Stream<ResponseCase> completed() {
		return Stream.of(of("body", (request, response) -> response.getOutputStream().print("fine")),
				of("text", (request, response) -> response.getWriter().printf("%s%n", "fine").println("end")),
				of("closed-writer", (request, response) -> response.getWriter().append("fine").close()),
				of("flushed-body", (request, response) -> flushed(response)),
				of("redirect", (request, response) -> response.sendRedirect("/body")),
				of("redirect-then-body", (request, response) -> {
					response.sendRedirect("/body");
					response.getOutputStream().print(SECRET);
				}), of("interrupted", (request, response) -> {
					Thread.currentThread().interrupt();
					response.getOutputStream().print("fine");
				}));
	}

	private static Stream<ResponseCase> sentErrors() {
		return Stream.of(of("send-error", (request, response) -> response.sendError(404)),
				of("send-error-message", (request, response) -> response.sendError(409, SECRET)),
				of("send-error-500", (request, response) -> response.sendError(500)),
				of("send-error-401", (request, response) -> {
					response.setHeader("WWW-Authenticate", "Basic realm=\"here\"");
					response.sendError(401);
				}), of("send-error-103", (request, response) -> {
					response.setHeader("Link", "</style.css>; rel=preload");
					response.sendError(103);
					response.getOutputStream().print("fine");
				}), of("send-error-200", (request, response) -> response.sendError(200)),
				of("send-error-204", (request, response) -> response.sendError(204)),
				of("send-error-302", (request, response) -> {
					response.setHeader("Location", "/body");
					response.sendError(302);
				}), of("send-error-304", (request, response) -> response.sendError(304)),
				of("headers-then-send-error", (request, response) -> {
					response.setHeader("X-Before", "kept");
					response.addCookie(new Cookie("before", "kept"));
					response.sendError(404);
				}), of("stream-then-send-error", (request, response) -> {
					response.getOutputStream().print(SECRET);
					response.sendError(403);
				}), of("writer-then-send-error", (request, response) -> {
					response.getWriter().print(SECRET);
					response.sendError(403);
				}), of("length-then-send-error", (request, response) -> {
					response.setContentLength(100);
					response.getOutputStream().print(SECRET);
					response.sendError(403);
				}), of("flush-then-send-error", (request, response) -> {
					flushed(response);
					response.sendError(403);
				}), of("close-then-send-error", (request, response) -> {
					response.getOutputStream().close();
					response.sendError(403);
				}), of("overflow-then-send-error", (request, response) -> {
					response.getOutputStream().write(new byte[100_000]);
					response.sendError(403);
				}), of("send-error-0", (request, response) -> response.sendError(0)),
				of("interrupted-send-error", (request, response) -> {
					Thread.currentThread().interrupt();
					response.sendError(409);
				}), of("connection-close-then-send-error", (request, response) -> {
					response.setHeader("Connection", "close");
					response.sendError(404);
				}));
	}

	private static Stream<ResponseCase> afterSentErrors() {
		return Stream.of(of("send-error-then-stream", (request, response) -> {
			response.sendError(403);
			ServletOutputStream output = response.getOutputStream();
			output.print(SECRET);
			output.flush();
			output.close();
		}), of("send-error-then-writer", (request, response) -> {
			response.sendError(403);
			PrintWriter writer = response.getWriter();
			writer.println(SECRET);
			writer.flush();
			writer.close();
		}), of("send-error-in-stream", (request, response) -> {
			try (ServletOutputStream output = response.getOutputStream()) {
				output.print(SECRET);
				response.sendError(403);
				output.print(SECRET);
				output.write(new byte[100_000]);
				output.flush();
			}
		}), of("send-error-in-writer", (request, response) -> {
			try (PrintWriter writer = response.getWriter()) {
				response.sendError(404);
				writer.println(SECRET);
				writer.println("x".repeat(100_000));
				writer.flush();
			}
		}), of("send-error-in-empty-writer", (request, response) -> {
			PrintWriter writer = response.getWriter();
			response.sendError(404);
			writer.close();
		}), of("send-error-then-redirect", (request, response) -> {
			response.sendError(403);
			response.sendRedirect("/body");
		}), of("send-error-then-redirect-303", (request, response) -> {
			response.sendError(403);
			response.sendRedirect("/body", 303);
		}), of("send-error-twice", (request, response) -> {
			response.sendError(403);
			response.sendError(404);
		}), of("send-error-then-status", (request, response) -> {
			response.sendError(403);
			response.setStatus(200);
		}), of("send-error-then-headers", (request, response) -> {
			response.sendError(403);
			response.setHeader("X-After", "lost");
			response.addHeader("X-After", "lost");
			response.setIntHeader("X-Number", 1);
			response.setDateHeader("X-Date", 1);
			response.addCookie(new Cookie("after", "lost"));
			response.setContentType("application/pdf");
			response.setContentLength(7);
			response.setCharacterEncoding("UTF-16");
		}), of("send-error-then-reset", (request, response) -> {
			response.sendError(403);
			response.reset();
		}), of("send-error-then-reset-buffer", (request, response) -> {
			response.sendError(403);
			response.resetBuffer();
		}), of("send-error-then-flush", (request, response) -> {
			response.sendError(403);
			response.flushBuffer();
		}), of("send-error-then-is-committed", (request, response) -> {
			response.sendError(403);
			if (!response.isCommitted() || response.getStatus() != 403) {
				throw new IllegalStateException(SECRET);
			}
		}), of("send-error-caught-twice", (request, response) -> {
			response.sendError(403);
			try {
				response.sendError(404);
			}
			catch (IllegalStateException ex) {
				// The first one counts
			}
		}));
	}

	private static Stream<ResponseCase> thrown() {
		return Stream.of(of("throw", (request, response) -> {
			throw new IllegalStateException(SECRET);
		}), of("throw-checked", (request, response) -> {
			throw new ServletException(SECRET);
		}), of("throw-io", (request, response) -> {
			throw new IOException(SECRET);
		}), of("throw-error", (request, response) -> {
			throw new StackOverflowError(SECRET);
		}), of("throw-status", (request, response) -> {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "The seat is taken.");
		}), of("body-then-throw", (request, response) -> {
			response.getOutputStream().print(SECRET);
			throw new IllegalStateException(SECRET);
		}), of("headers-then-throw", (request, response) -> {
			response.setHeader("X-Before", "kept");
			response.setContentType("application/pdf");
			response.setHeader("Content-Disposition", "attachment");
			throw new IllegalStateException(SECRET);
		}), of("location-then-throw", (request, response) -> {
			response.setStatus(201);
			response.setHeader("Location", "/made");
			throw new IllegalStateException(SECRET);
		}), of("flush-then-throw", (request, response) -> {
			flushed(response);
			throw new IllegalStateException(SECRET);
		}), of("flush-then-throw-status", (request, response) -> {
			flushed(response);
			throw new ResponseStatusException(HttpStatus.CONFLICT, "The seat is taken.");
		}), of("length-flush-throw", (request, response) -> {
			response.setContentLength(10);
			flushed(response);
			throw new IllegalStateException(SECRET);
		}), of("send-error-then-throw", (request, response) -> {
			response.sendError(404);
			throw new IllegalStateException(SECRET);
		}), of("send-error-then-throw-status", (request, response) -> {
			response.sendError(404);
			throw new ResponseStatusException(HttpStatus.CONFLICT, "The seat is taken.");
		}), of("redirect-then-throw", (request, response) -> {
			response.sendRedirect("/body");
			throw new IllegalStateException(SECRET);
		}), of("throw-disconnected", (request, response) -> {
			throw new AsyncRequestNotUsableException(SECRET);
		}), of("send-error-then-throw-disconnected", (request, response) -> {
			response.sendError(404);
			throw new AsyncRequestNotUsableException(SECRET);
		}), of("interrupted-throw", (request, response) -> {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(SECRET);
		}), of("interrupted-throw-status", (request, response) -> {
			Thread.currentThread().interrupt();
			throw new ResponseStatusException(HttpStatus.CONFLICT, "The seat is taken.");
		}));
	}

	private static Stream<ResponseCase> statuses() {
		return Stream.of(of("status", (request, response) -> response.setStatus(404)),
				of("status-500", (request, response) -> response.setStatus(500)),
				of("interrupted-status", (request, response) -> {
					Thread.currentThread().interrupt();
					response.setStatus(404);
				}), of("status-and-body", (request, response) -> {
					response.setStatus(404);
					response.setContentType("text/plain");
					response.getOutputStream().print("mine");
				}), of("status-and-flush", (request, response) -> {
					response.setStatus(404);
					response.flushBuffer();
				}), of("status-and-closed-writer", (request, response) -> {
					response.setStatus(404);
					response.getWriter().close();
				}));
	}

	private static Stream<ResponseCase> dispatched() {
		return Stream.of(
				of("forward-to-send-error",
						(request, response) -> request.getRequestDispatcher("/controller/send-error")
							.forward(request, response)),
				of("forward-to-body-and-send-error",
						(request, response) -> request.getRequestDispatcher("/controller/writer-then-send-error")
							.forward(request, response)),
				of("forward-to-throw",
						(request, response) -> request.getRequestDispatcher("/controller/throw")
							.forward(request, response)),
				of("forward-to-nothing",
						(request, response) -> request.getRequestDispatcher("/nothing").forward(request, response)),
				including("include-send-error", "/controller/send-error"), including("include-nothing", "/nothing"),
				including("include-body", "/controller/body"), including("include-throw", "/controller/throw"));
	}

	private static ResponseCase including(String name, String path) {
		return of(name, (request, response) -> {
			response.getOutputStream().print("before");
			request.getRequestDispatcher(path).include(request, response);
			response.getOutputStream().print("after");
		});
	}

	private static Stream<ResponseCase> asynchronous() {
		return Stream.of(of("async-start-throw", (request, response) -> {
			AsyncContext context = request.startAsync();
			context.setTimeout(500);
			CompletableFuture<Void> started = new CompletableFuture<>();
			context.start(() -> {
				started.complete(null);
				throw new IllegalStateException(SECRET);
			});
			started.join();
		}), async("async-body", (context, response) -> {
			response.getOutputStream().print("fine");
			context.complete();
		}), async("async-send-error", (context, response) -> {
			response.sendError(404);
			context.complete();
		}), async("async-send-error-message", (context, response) -> {
			response.sendError(409, SECRET);
			context.complete();
		}), async("async-send-error-200", (context, response) -> {
			response.sendError(200);
			context.complete();
		}), async("async-send-error-302", (context, response) -> {
			response.setHeader("Location", "/body");
			response.sendError(302);
			context.complete();
		}), async("async-send-error-then-body", (context, response) -> {
			ServletOutputStream output = response.getOutputStream();
			output.print(SECRET);
			response.sendError(403);
			output.print(SECRET);
			output.flush();
			context.complete();
		}), async("async-send-error-in-writer", (context, response) -> {
			try (PrintWriter writer = response.getWriter()) {
				response.sendError(404);
				writer.println(SECRET);
			}
			context.complete();
		}), async("async-send-error-then-dispatch", (context, response) -> {
			response.sendError(403);
			context.dispatch("/controller/body");
		}), async("async-dispatch-to-send-error", (context, response) -> context.dispatch("/controller/send-error")),
				async("async-dispatch-to-throw", (context, response) -> context.dispatch("/controller/throw")),
				async("async-dispatch-to-filter-throw", (context, response) -> context.dispatch("/filter/throw")),
				async("async-status", (context, response) -> {
					response.setStatus(404);
					context.complete();
				}), async("async-interrupted-send-error", (context, response) -> {
					Thread.currentThread().interrupt();
					response.sendError(404);
					context.complete();
				}), async("async-flush-then-send-error", (context, response) -> {
					flushed(response);
					try {
						response.sendError(404);
					}
					catch (IllegalStateException ex) {
						context.complete();
					}
				}), of("async-then-throw", (request, response) -> {
					request.startAsync();
					throw new IllegalStateException(SECRET);
				}), of("async-then-throw-status", (request, response) -> {
					request.startAsync();
					throw new ResponseStatusException(HttpStatus.CONFLICT, "The seat is taken.");
				}), of("async-flush-then-throw", (request, response) -> {
					request.startAsync();
					flushed(response);
					throw new IllegalStateException(SECRET);
				}), of("async-then-send-error", (request, response) -> {
					request.startAsync();
					response.sendError(404);
				}), of("async-then-send-error-and-complete", (request, response) -> {
					AsyncContext context = request.startAsync();
					response.sendError(404);
					context.complete();
				}), of("async-complete-then-throw", (request, response) -> {
					request.startAsync().complete();
					throw new IllegalStateException(SECRET);
				}), of("async-dispatch-then-throw", (request, response) -> {
					request.startAsync().dispatch("/controller/body");
					throw new IllegalStateException(SECRET);
				}), of("async-timeout", (request, response) -> {
					if (request.getDispatcherType() == DispatcherType.REQUEST) {
						request.startAsync().setTimeout(50);
					}
				}), of("async-timeout-with-listener", (request, response) -> {
					AsyncContext context = request.startAsync();
					context.setTimeout(50);
					context.addListener(new SendErrorAndComplete(), request, response);
				}), of("async-timeout-with-interrupted-listener", (request, response) -> {
					AsyncContext context = request.startAsync();
					context.setTimeout(50);
					context.addListener(new SendErrorAndComplete() {

						@Override
						public void onTimeout(AsyncEvent event) throws IOException {
							Thread.currentThread().interrupt();
							super.onTimeout(event);
						}

					}, request, response);
				}), of("async-write-listener", (request, response) -> {
					AsyncContext context = request.startAsync(request, response);
					response.getOutputStream().setWriteListener(new SendError(context, response, false));
				}), of("async-write-listener-written", (request, response) -> {
					AsyncContext context = request.startAsync(request, response);
					response.getOutputStream().setWriteListener(new SendError(context, response, true));
				}), listening("async-write-listener-throw", (context, response) -> {
					throw new IllegalStateException(SECRET);
				}), listening("async-write-listener-written-throw", (context, response) -> {
					response.getOutputStream().print(SECRET);
					throw new IOException(SECRET);
				}), listening("async-write-listener-throw-status", (context, response) -> {
					throw new ResponseStatusException(HttpStatus.CONFLICT, "The seat is taken.");
				}), listening("async-write-listener-flush-throw", (context, response) -> {
					ServletOutputStream output = response.getOutputStream();
					output.print("begun");
					if (output.isReady()) {
						output.flush();
					}
					throw new IllegalStateException(SECRET);
				}), reading("async-read-listener-throw", new IllegalStateException(SECRET)),
				reading("async-read-listener-throw-status",
						new ResponseStatusException(HttpStatus.CONFLICT, "The seat is taken.")),
				of("async-listener-own-error", (request, response) -> {
					AsyncContext context = request.startAsync(request, response);
					response.getOutputStream().setWriteListener(new OwnError(context, response));
				}));
	}

	private static void flushed(HttpServletResponse response) throws IOException {
		response.getOutputStream().print("begun");
		response.flushBuffer();
	}

	private static ResponseCase of(String name, Action action) {
		return new ResponseCase(name, action);
	}

	/**
	 * Do something in another thread, when the one that was called has left.
	 * @param name what is done
	 * @param action does it
	 * @return the case
	 */
	private static ResponseCase async(String name, AsyncAction action) {
		return of(name, (request, response) -> {
			AsyncContext context = request.startAsync(request, response);
			context.setTimeout(20_000);
			Thread caller = Thread.currentThread();
			Thread other = new Thread(() -> {
				while (!left(caller)) {
					Thread.onSpinWait();
				}
				try {
					action.perform(context, response);
				}
				catch (IOException ex) {
					context.complete();
				}
			});
			other.start();
		});
	}

	/**
	 * Do something as soon as something can be written.
	 * @param name what is done
	 * @param action does it
	 * @return the case
	 */
	private static ResponseCase listening(String name, AsyncAction action) {
		return of(name, (request, response) -> {
			AsyncContext context = request.startAsync(request, response);
			context.setTimeout(20_000);
			response.getOutputStream().setWriteListener(new Throwing(context, response, action));
		});
	}

	/**
	 * Fail as soon as something was read.
	 * @param name what is done
	 * @param failure how it fails
	 * @return the case
	 */
	private static ResponseCase reading(String name, RuntimeException failure) {
		return of(name, (request, response) -> {
			AsyncContext context = request.startAsync(request, response);
			context.setTimeout(20_000);
			request.getInputStream().setReadListener(new Throwing(context, response, (late, answer) -> {
				throw failure;
			}));
		});
	}

	private static boolean left(Thread thread) {
		for (StackTraceElement frame : thread.getStackTrace()) {
			if (frame.getClassName().startsWith(ResponseCase.class.getPackageName())) {
				return false;
			}
		}
		return true;
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * Called with a request and its response.
	 */
	@FunctionalInterface
	interface Action {

		void perform(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;

	}

	/**
	 * Called in another thread.
	 */
	@FunctionalInterface
	private interface AsyncAction {

		void perform(AsyncContext context, HttpServletResponse response) throws IOException;

	}

	/**
	 * Sends an error when the time is over.
	 */
	private static class SendErrorAndComplete implements AsyncListener {

		@Override
		public void onTimeout(AsyncEvent event) throws IOException {
			((HttpServletResponse) event.getSuppliedResponse()).sendError(504);
			event.getAsyncContext().complete();
		}

		@Override
		public void onComplete(AsyncEvent event) {
			// Nothing to do
		}

		@Override
		public void onError(AsyncEvent event) {
			// Nothing to do
		}

		@Override
		public void onStartAsync(AsyncEvent event) {
			// Nothing to do
		}

	}

	/**
	 * Sends an error as soon as something can be written.
	 *
	 * @param context the context
	 * @param response the response
	 * @param written whether to write something before
	 */
	private record SendError(AsyncContext context, HttpServletResponse response,
			boolean written) implements WriteListener {

		@Override
		public void onWritePossible() throws IOException {
			if (this.written) {
				this.response.getOutputStream().print(SECRET);
			}
			this.response.sendError(409);
			this.context.complete();
		}

		@Override
		public void onError(Throwable failure) {
			this.context.complete();
		}

	}

	/**
	 * Fails as soon as something can be read or written.
	 *
	 * @param context the context
	 * @param response the response
	 * @param action fails
	 */
	private record Throwing(AsyncContext context, HttpServletResponse response,
			AsyncAction action) implements WriteListener, ReadListener {

		@Override
		public void onWritePossible() throws IOException {
			this.action.perform(this.context, this.response);
		}

		@Override
		public void onDataAvailable() throws IOException {
			this.action.perform(this.context, this.response);
		}

		@Override
		public void onAllDataRead() throws IOException {
			this.action.perform(this.context, this.response);
		}

		@Override
		public void onError(Throwable failure) {
			this.context.complete();
		}

	}

	/**
	 * Fails, and sends an error itself.
	 *
	 * @param context the context
	 * @param response the response
	 */
	private record OwnError(AsyncContext context, HttpServletResponse response) implements WriteListener {

		@Override
		public void onWritePossible() {
			throw new IllegalStateException(SECRET);
		}

		@Override
		public void onError(Throwable failure) {
			try {
				this.response.sendError(504);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			this.context.complete();
		}

	}

}
