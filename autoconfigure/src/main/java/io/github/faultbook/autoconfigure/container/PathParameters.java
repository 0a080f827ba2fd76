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
 * What follows a semicolon in a segment of a path, such as {@code ;jsessionid=…}: who
 * reads a session there may take it over, so that neither logs nor answers may have it.
 */
public final class PathParameters {

	private PathParameters() {
	}

	/**
	 * Return a path without parameters.
	 * @param path the path as it was sent, or {@code null} if it could not be read
	 * @return the path, empty if there is none
	 */
	public static String strip(@Nullable String path) {
		if (path == null) {
			return "";
		}
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
