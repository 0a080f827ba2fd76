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

package io.github.faultbook.autoconfigure.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.util.AntPathMatcher;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * A rule that selects a format for some of the requests. Paths are compared as text
 * because requests that could not be read have no parsed path.
 *
 * @param path a pattern for the path, or {@code null} for any path
 * @param accept a media type that the client must accept explicitly, or {@code null} for
 * any media type
 * @param header a header that the client must send, or {@code null} for none
 * @param value the value of that header, or {@code null} for any value
 * @param version the condition on the version of the API, or {@code null} for any version
 * @param format the format
 */
record FormatRule(@Nullable String path, @Nullable MimeType accept, @Nullable String header, @Nullable String value,
		@Nullable VersionCondition version, WireFormat format) {

	private static final AntPathMatcher PATHS = new AntPathMatcher();

	boolean matches(ErrorRequest request) {
		return (this.path == null || PATHS.match(this.path, request.path()))
				&& (this.accept == null || accepts(request, this.accept))
				&& (this.header == null || sends(request, this.header))
				&& (this.version == null || this.version.matches(request));
	}

	private boolean sends(ErrorRequest request, String name) {
		String sent = request.header(name);
		return sent != null && (this.value == null || this.value.equals(sent.strip()));
	}

	private static boolean accepts(ErrorRequest request, MimeType wanted) {
		String accept = request.header("Accept");
		// Parsing is expensive, and most clients do not mention the type at all
		if (accept == null || !accept.toLowerCase(Locale.ROOT).contains(wanted.getSubtype().toLowerCase(Locale.ROOT))) {
			return false;
		}
		return AcceptHeader.parse(accept, MimeTypeUtils::parseMimeType)
			.stream()
			.anyMatch((accepted) -> names(accepted, wanted));
	}

	/**
	 * Return whether an accepted media type is the wanted one, rather than a range that
	 * includes it.
	 * @param accepted a media type from the client's {@code Accept} header
	 * @param wanted the media type with the parameters it must have
	 * @return whether the client accepts the type explicitly, and not with a quality of 0
	 */
	private static boolean names(MimeType accepted, MimeType wanted) {
		String quality = Objects.requireNonNullElse(accepted.getParameter("q"), "1");
		return accepted.equalsTypeAndSubtype(wanted) && !quality.matches("0(\\.0*)?")
				&& wanted.getParameters().entrySet().stream().allMatch((parameter) -> has(accepted, parameter));
	}

	private static boolean has(MimeType accepted, Map.Entry<String, String> parameter) {
		String value = accepted.getParameter(parameter.getKey());
		return value != null && unquoted(value).equals(unquoted(parameter.getValue()));
	}

	private static String unquoted(String value) {
		return value.replace("\"", "");
	}

	/**
	 * Return the headers of the request that this rule depends on.
	 * @return their names
	 */
	List<String> varies() {
		List<String> varies = new ArrayList<>();
		if (this.accept != null) {
			varies.add("Accept");
		}
		if (this.header != null) {
			varies.add(this.header);
		}
		if (this.version != null) {
			varies.addAll(this.version.headers());
		}
		return varies;
	}

}
