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

package io.github.faultbook.format;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Converts the paths of requests to URI references (RFC 3986). Containers accept paths
 * with characters that are not allowed there.
 */
final class UriPath {

	private static final HexFormat HEX = HexFormat.of().withPrefix("%").withUpperCase();

	private UriPath() {
	}

	/**
	 * Encode the characters that are not allowed in a path.
	 * @param path the path as the client sent it
	 * @return the same path, or a copy in which each octet that is not allowed, and each
	 * percent sign that starts no escape, is percent-encoded
	 */
	static String encode(String path) {
		for (int i = 0; i < path.length(); i++) {
			if (!isAllowed(path, i)) {
				return encode(path, i);
			}
		}
		return path;
	}

	private static String encode(String path, int from) {
		StringBuilder result = new StringBuilder(path.length() + 16).append(path, 0, from);
		int length;
		for (int i = from; i < path.length(); i += length) {
			length = Character.charCount(path.codePointAt(i));
			if (isAllowed(path, i)) {
				result.append(path.charAt(i));
			}
			else {
				HEX.formatHex(result, path.substring(i, i + length).getBytes(StandardCharsets.UTF_8));
			}
		}
		return result.toString();
	}

	private static boolean isAllowed(String path, int position) {
		char c = path.charAt(position);
		if (c == '%') {
			return position + 2 < path.length() && HexFormat.isHexDigit(path.charAt(position + 1))
					&& HexFormat.isHexDigit(path.charAt(position + 2));
		}
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
				|| "/-._~!$&'()*+,;=:@".indexOf(c) >= 0;
	}

}
