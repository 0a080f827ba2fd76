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

package io.github.faultbook.autoconfigure.servlet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.faultbook.autoconfigure.container.EventStream;
import io.github.faultbook.autoconfigure.container.SurvivingHeaders;
import io.github.faultbook.pipeline.ErrorReply;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * Sends answers over the Servlet API instead of the content of a response.
 */
final class ServletReplies {

	private ServletReplies() {
	}

	/**
	 * Send an answer. Headers that were set before stay as far as
	 * {@link SurvivingHeaders} allows. The answer is flushed if an asynchronous request
	 * has started, as it may take long to complete, and if the thread was interrupted, as
	 * it cannot write after its flag is restored. A stream with a write listener may not
	 * be ready, and is flushed by the container.
	 * @param reply the answer
	 * @param request the request
	 * @param response the response, not committed
	 * @throws IOException if the client cannot be reached
	 */
	static void send(ErrorReply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
		boolean interrupted = Thread.interrupted();
		try {
			write(reply, request, response);
			if ((interrupted || request.isAsyncStarted()) && response.getOutputStream().isReady()) {
				response.flushBuffer();
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/**
	 * Send the status and the headers of an answer, and leave the body to the error page
	 * of the container.
	 * @param reply the answer
	 * @param request the request
	 * @param response the response, not committed
	 * @throws IOException if the client cannot be reached
	 */
	static void sendPage(ErrorReply reply, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(reply.headers());
		headers.remove(HttpHeaders.CONTENT_TYPE);
		headers.remove(HttpHeaders.CONTENT_LANGUAGE);
		writeHead(reply.errorStatus(), headers, response);
		response.sendError(reply.errorStatus(), (String) request.getAttribute(RequestDispatcher.ERROR_MESSAGE));
	}

	/**
	 * Send an answer as the last event of a stream.
	 * @param reply the answer
	 * @param response the response, of which a part was sent
	 * @return whether the event was sent; {@code false} if the stream cannot be written
	 * to at this time
	 */
	static boolean sendEvent(ErrorReply reply, HttpServletResponse response) {
		byte[] event = EventStream.errorEvent(reply);
		boolean interrupted = Thread.interrupted();
		try {
			append(event, response);
			response.flushBuffer();
			return true;
		}
		catch (IOException | IllegalStateException ex) {
			// The client has disconnected, or a write listener is busy
			return false;
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static void append(byte[] bytes, HttpServletResponse response) throws IOException {
		ServletOutputStream output;
		try {
			output = response.getOutputStream();
		}
		catch (IllegalStateException ex) {
			// The application has used the writer
			response.getWriter().write(new String(bytes, StandardCharsets.UTF_8));
			return;
		}
		output.write(bytes);
	}

	private static void write(ErrorReply reply, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		writeHead(reply.status(), reply.headers(), response);
		response.setContentLength(reply.body().length);
		if (!HttpMethod.HEAD.matches(request.getMethod())) {
			ServletOutputStream output = response.getOutputStream();
			// A stream with a write listener must be asked before it accepts output
			output.isReady();
			output.write(reply.body());
		}
		else {
			// As a complete body does, so that Spring Security adds its headers in time
			response.flushBuffer();
		}
	}

	private static void writeHead(int status, Map<String, List<String>> headers, HttpServletResponse response) {
		Map<String, Collection<String>> survivors = survivors(response, status);
		reset(response);
		response.setStatus(status);
		survivors.forEach((name, values) -> set(response, name, values));
		headers.forEach((name, values) -> {
			if (name.equalsIgnoreCase(HttpHeaders.VARY)) {
				values.forEach((value) -> response.addHeader(name, value));
			}
			else {
				set(response, name, values);
			}
		});
	}

	private static void reset(HttpServletResponse response) {
		try {
			response.reset();
		}
		catch (RuntimeException ex) {
			// Jetty parses the Connection header, which may be malformed
			response.resetBuffer();
			response.getHeaderNames().forEach((name) -> response.setHeader(name, null));
		}
	}

	private static void set(HttpServletResponse response, String name, Collection<String> values) {
		boolean first = true;
		for (String value : values) {
			if (first) {
				response.setHeader(name, value);
			}
			else {
				response.addHeader(name, value);
			}
			first = false;
		}
	}

	private static Map<String, Collection<String>> survivors(HttpServletResponse response, int status) {
		Collection<String> names = response.getHeaderNames();
		if (names.isEmpty()) {
			return Map.of();
		}
		Map<String, Collection<String>> survivors = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String name : names) {
			if (SurvivingHeaders.survives(name, status)) {
				survivors.put(name, List.copyOf(response.getHeaders(name)));
			}
		}
		return survivors;
	}

}
