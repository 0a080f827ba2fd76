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

package io.github.faultbook;

/**
 * Recognizes HTTP tokens (RFC 9110, section 5.6.2), such as the names of headers.
 */
public final class HttpToken {

	private static final String DELIMITERS = "\"(),/:;<=>?@[\\]{}";

	private HttpToken() {
	}

	/**
	 * Return whether a text can be the name of a header.
	 * @param text the text
	 * @return whether the text is a token
	 */
	public static boolean isToken(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c <= ' ' || c >= 0x7f || DELIMITERS.indexOf(c) >= 0) {
				return false;
			}
		}
		return !text.isEmpty();
	}

}
