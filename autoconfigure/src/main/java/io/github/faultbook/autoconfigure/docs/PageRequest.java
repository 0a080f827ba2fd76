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

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;

/**
 * A request for a page. Values of the request are never written to a header.
 *
 * @param method the method
 * @param path the path within the application
 * @param headers returns the values of a header, an empty list if there are none
 * @param parameters returns the first value of a parameter of the query, or {@code null}
 * if there is none
 */
record PageRequest(String method, PathContainer path, Function<String, List<String>> headers,
		Function<String, @Nullable String> parameters) {

	private static final List<HttpMethod> METHODS = List.of(HttpMethod.GET, HttpMethod.HEAD);

	/**
	 * Return whether the method of the request is GET or HEAD rather than OPTIONS.
	 * @return whether the request is for content
	 * @throws MethodNotAllowedException if the method is a different one
	 */
	boolean isForContent() {
		if (HttpMethod.OPTIONS.matches(this.method)) {
			return false;
		}
		if (METHODS.stream().noneMatch((allowed) -> allowed.matches(this.method))) {
			throw new MethodNotAllowedException(this.method, METHODS);
		}
		return true;
	}

	/**
	 * Return the last segment of the path.
	 * @return the segment, decoded, without parameters
	 */
	String name() {
		String last = "";
		for (PathContainer.Element element : this.path.elements()) {
			last = (element instanceof PathContainer.PathSegment segment) ? segment.valueToMatch() : last;
		}
		return last;
	}

	@Nullable Locale chosenLanguage() {
		return RequestLanguage.chosen(this.parameters.apply("lang"));
	}

	/**
	 * Return the language of the page.
	 * @return the language that was chosen on a page, else the one that the browser
	 * prefers
	 */
	Locale language() {
		Locale chosen = chosenLanguage();
		return (chosen != null) ? chosen
				: RequestLanguage.preferred(Collections.enumeration(this.headers.apply(HttpHeaders.ACCEPT_LANGUAGE)));
	}

	/**
	 * Return the form that the client prefers.
	 * @return the form
	 * @throws NotAcceptableStatusException if the client accepts none of the forms
	 */
	Representation representation() {
		Representation representation = Representation.choose(accept());
		if (representation == null) {
			throw new NotAcceptableStatusException(List.of());
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
		List<String> values = this.headers.apply(HttpHeaders.ACCEPT);
		return values.isEmpty() ? null : String.join(",", values);
	}

}
