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

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * The response that the application sees after an error was sent. It is committed to the
 * application, although nothing may have been sent yet: changes are ignored or rejected
 * as the Servlet specification requires, and output is discarded.
 * <p>
 * This class is no {@link jakarta.servlet.ServletResponseWrapper}. At the end of a
 * forward, Tomcat looks for its own response in the wrappers and closes it, after which
 * the error could not be answered.
 */
final class SentResponse implements HttpServletResponse {

	private final HttpServletResponse response;

	SentResponse(HttpServletResponse response) {
		this.response = response;
	}

	private static IllegalStateException committed() {
		return new IllegalStateException("The response has been committed");
	}

	@Override
	public boolean isCommitted() {
		return true;
	}

	@Override
	public void sendError(int status) {
		throw committed();
	}

	@Override
	public void sendError(int status, @Nullable String message) {
		throw committed();
	}

	@Override
	public void sendRedirect(String location) {
		throw committed();
	}

	@Override
	public void sendRedirect(String location, boolean clearBuffer) {
		throw committed();
	}

	@Override
	public void sendRedirect(String location, int status) {
		throw committed();
	}

	@Override
	public void sendRedirect(String location, int status, boolean clearBuffer) {
		throw committed();
	}

	@Override
	public void reset() {
		throw committed();
	}

	@Override
	public void resetBuffer() {
		throw committed();
	}

	@Override
	public void setBufferSize(int size) {
		throw committed();
	}

	@Override
	public void setTrailerFields(Supplier<Map<String, String>> supplier) {
		throw committed();
	}

	@Override
	public void flushBuffer() {
		// The guard sends the answer
	}

	@Override
	public void setStatus(int status) {
		// Ignored, because the response is committed
	}

	@Override
	public void setHeader(String name, @Nullable String value) {
		// Ignored, because the response is committed
	}

	@Override
	public void addHeader(String name, String value) {
		// Ignored, because the response is committed
	}

	@Override
	public void setIntHeader(String name, int value) {
		// Ignored, because the response is committed
	}

	@Override
	public void addIntHeader(String name, int value) {
		// Ignored, because the response is committed
	}

	@Override
	public void setDateHeader(String name, long value) {
		// Ignored, because the response is committed
	}

	@Override
	public void addDateHeader(String name, long value) {
		// Ignored, because the response is committed
	}

	@Override
	public void addCookie(Cookie cookie) {
		// Ignored, because the response is committed
	}

	@Override
	public void setContentType(@Nullable String type) {
		// Ignored, because the response is committed
	}

	@Override
	public void setContentLength(int length) {
		// Ignored, because the response is committed
	}

	@Override
	public void setContentLengthLong(long length) {
		// Ignored, because the response is committed
	}

	@Override
	public void setCharacterEncoding(@Nullable String encoding) {
		// Ignored, because the response is committed
	}

	@Override
	public void setCharacterEncoding(@Nullable Charset encoding) {
		// Ignored, because the response is committed
	}

	@Override
	public void setLocale(Locale locale) {
		// Ignored, because the response is committed
	}

	@Override
	public int getStatus() {
		return this.response.getStatus();
	}

	@Override
	public boolean containsHeader(String name) {
		return this.response.containsHeader(name);
	}

	@Override
	public @Nullable String getHeader(String name) {
		return this.response.getHeader(name);
	}

	@Override
	public Collection<String> getHeaders(String name) {
		return this.response.getHeaders(name);
	}

	@Override
	public Collection<String> getHeaderNames() {
		return this.response.getHeaderNames();
	}

	@Override
	public @Nullable Supplier<Map<String, String>> getTrailerFields() {
		return this.response.getTrailerFields();
	}

	@Override
	public @Nullable String getContentType() {
		return this.response.getContentType();
	}

	@Override
	public String getCharacterEncoding() {
		return this.response.getCharacterEncoding();
	}

	@Override
	public Locale getLocale() {
		return this.response.getLocale();
	}

	@Override
	public int getBufferSize() {
		return this.response.getBufferSize();
	}

	@Override
	public String encodeURL(String url) {
		return this.response.encodeURL(url);
	}

	@Override
	public String encodeRedirectURL(String url) {
		return this.response.encodeRedirectURL(url);
	}

	@Override
	public ServletOutputStream getOutputStream() {
		return new NowhereOutputStream();
	}

	@Override
	public PrintWriter getWriter() {
		return new PrintWriter(Writer.nullWriter());
	}

	/**
	 * Discards output that comes after the answer.
	 */
	private static final class NowhereOutputStream extends ServletOutputStream {

		@Override
		public void write(int value) {
			// The output is discarded
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			// The output is discarded
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			throw committed();
		}

	}

}
