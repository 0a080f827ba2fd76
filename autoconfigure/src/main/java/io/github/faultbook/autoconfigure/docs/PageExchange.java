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

package io.github.faultbook.autoconfigure.docs;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import io.github.faultbook.documentation.DocumentationEdition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * A request for a page and its response. Values of the request are never written to a
 * header.
 *
 * @param request the request
 * @param response the response
 */
record PageExchange(HttpServletRequest request, HttpServletResponse response) {

	private static final List<String> METHODS = List.of("GET", "HEAD");

	private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; "
			+ "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

	/**
	 * Return whether the method of the request is GET or HEAD, and respond to OPTIONS.
	 * @return whether the request is for content
	 * @throws HttpRequestMethodNotSupportedException if the method is a different one
	 */
	boolean isForContent() throws HttpRequestMethodNotSupportedException {
		String method = this.request.getMethod();
		if (HttpMethod.OPTIONS.matches(method)) {
			this.response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
			return false;
		}
		if (!METHODS.contains(method)) {
			throw new HttpRequestMethodNotSupportedException(method, METHODS);
		}
		return true;
	}

	/**
	 * Return the last segment of the path.
	 * @return the segment, decoded, without parameters
	 */
	String name() {
		String last = "";
		for (PathContainer.Element element : ServletRequestPathUtils.getParsedRequestPath(this.request)
			.pathWithinApplication()
			.elements()) {
			last = (element instanceof PathContainer.PathSegment segment) ? segment.valueToMatch() : last;
		}
		return last;
	}

	@Nullable Locale chosenLanguage() {
		return RequestLanguage.chosen(this.request);
	}

	Locale preferredLanguage() {
		return RequestLanguage.preferred(this.request);
	}

	/**
	 * Return the form that the client prefers.
	 * @return the form
	 * @throws HttpMediaTypeNotAcceptableException if the client accepts none of the forms
	 */
	Representation representation() throws HttpMediaTypeNotAcceptableException {
		Representation representation = Representation.choose(accept());
		if (representation == null) {
			throw new HttpMediaTypeNotAcceptableException("No form of the page is accepted");
		}
		return representation;
	}

	/**
	 * Return whether the client prefers HTML and explicitly accepts it, as most programs
	 * accept every media type.
	 * @return whether the client is likely to be a browser
	 */
	boolean isFromBrowser() {
		String accept = accept();
		return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)
				&& Representation.choose(accept) == Representation.HTML;
	}

	private @Nullable String accept() {
		List<String> values = Collections.list(this.request.getHeaders(HttpHeaders.ACCEPT));
		return values.isEmpty() ? null : String.join(",", values);
	}

	/**
	 * Send a content, or the status 304 if the client already has it.
	 * @param content the content
	 * @param edition the documentation that contains the content, or {@code null} if the
	 * content is the same in each form and language
	 * @throws IOException if the client cannot be reached
	 */
	void send(PageContent content, @Nullable DocumentationEdition edition) throws IOException {
		this.response.setHeader("Content-Security-Policy", POLICY);
		this.response.setHeader("X-Content-Type-Options", "nosniff");
		this.response.setHeader("Referrer-Policy", "no-referrer");
		this.response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		if (edition != null) {
			this.response.addHeader(HttpHeaders.VARY, "Accept, Accept-Language");
			this.response.setHeader(HttpHeaders.CONTENT_LANGUAGE, edition.language().toLanguageTag());
		}
		boolean found = this.response.getStatus() == HttpServletResponse.SC_OK;
		if (found && new ServletWebRequest(this.request, this.response).checkNotModified(content.etag())) {
			return;
		}
		this.response.setContentType(content.contentType());
		this.response.setContentLength(content.body().length);
		if (!HttpMethod.HEAD.matches(this.request.getMethod())) {
			this.response.getOutputStream().write(content.body());
		}
	}

}
