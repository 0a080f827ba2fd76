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

package io.github.faultbook.autoconfigure.container;

import org.jspecify.annotations.Nullable;

/**
 * Makes the path of a request safe to be logged and to be sent as a URI reference.
 */
public final class RequestPath {

	private RequestPath() {
	}

	/**
	 * Return a path without parameters of its segments, such as {@code ;jsessionid=…},
	 * which may let a reader take over a session, and with a single slash in front. With
	 * two, it would be a reference to another host (RFC 3986, section 4.2).
	 * @param path the path as it was sent, or {@code null} if it could not be read
	 * @return the path, empty if there is none
	 */
	public static String of(@Nullable String path) {
		return (path != null) ? withOneSlash(withoutParameters(path)) : "";
	}

	private static String withOneSlash(String path) {
		int slashes = 0;
		// A browser reads a backslash as a slash
		while (slashes < path.length() && (path.charAt(slashes) == '/' || path.charAt(slashes) == '\\')) {
			slashes++;
		}
		return (slashes > 1) ? "/" + path.substring(slashes) : path;
	}

	private static String withoutParameters(String path) {
		int semicolon = path.indexOf(';');
		if (semicolon < 0) {
			return path;
		}
		StringBuilder stripped = new StringBuilder(path.length());
		int from = 0;
		while (semicolon >= 0) {
			stripped.append(path, from, semicolon);
			int slash = path.indexOf('/', semicolon);
			from = (slash >= 0) ? slash : path.length();
			semicolon = path.indexOf(';', from);
		}
		return stripped.append(path, from, path.length()).toString();
	}

}
