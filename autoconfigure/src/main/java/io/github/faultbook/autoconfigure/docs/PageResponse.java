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

import io.github.faultbook.documentation.DocumentationEdition;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The response to a request for a page. A client that already has the content gets the
 * status 304 instead.
 *
 * @param status the status
 * @param headers the headers, without those that describe the content
 * @param content the content, or {@code null} if there is none
 */
record PageResponse(HttpStatus status, HttpHeaders headers, @Nullable PageContent content) {

	private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; "
			+ "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

	/**
	 * Create a response to OPTIONS.
	 * @return the response
	 */
	static PageResponse options() {
		return new PageResponse(HttpStatus.OK, header(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS"), null);
	}

	static PageResponse movedTo(String location) {
		return new PageResponse(HttpStatus.MOVED_PERMANENTLY, header(HttpHeaders.LOCATION, location), null);
	}

	/**
	 * Create a response with a content.
	 * @param status the status
	 * @param content the content
	 * @param edition the documentation that contains the content, or {@code null} if the
	 * content is the same in each form and language
	 * @return the response
	 */
	static PageResponse of(HttpStatus status, PageContent content, @Nullable DocumentationEdition edition) {
		HttpHeaders headers = header("Content-Security-Policy", POLICY);
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("Referrer-Policy", "no-referrer");
		headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
		if (edition != null) {
			headers.set(HttpHeaders.VARY, "Accept, Accept-Language");
			headers.set(HttpHeaders.CONTENT_LANGUAGE, edition.language().toLanguageTag());
		}
		return new PageResponse(status, headers, content);
	}

	private static HttpHeaders header(String name, String value) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(name, value);
		return headers;
	}

	/**
	 * Return the identifier of the content, by which clients can ask whether it has
	 * changed.
	 * @return the value of {@code ETag}, or {@code null} if there is none
	 */
	@Nullable String etag() {
		return (this.content != null && this.status == HttpStatus.OK) ? this.content.etag() : null;
	}

}
