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

package io.github.faultbook.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.faultbook.format.ErrorReader;
import io.github.faultbook.format.ReceivedError;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/**
 * The format of the errors of a service.
 *
 * @param readers the readers of the formats that are possible: one, or several of which
 * the right one is detected
 */
record AnswerFormat(List<ErrorReader> readers) {

	/**
	 * Read a body.
	 * @param body the body, in a Unicode encoding
	 * @param headers the headers of the response
	 * @return the error, or {@code null} if it has none of the formats, or several of
	 * them that disagree
	 */
	@Nullable ReceivedError read(byte[] body, HttpHeaders headers) {
		if (this.readers.size() == 1) {
			return this.readers.get(0).read(body, headers::getFirst);
		}
		String contentType = Objects.requireNonNullElse(headers.getFirst(HttpHeaders.CONTENT_TYPE), "");
		List<ReceivedError> possible = new ArrayList<>();
		for (ErrorReader reader : this.readers) {
			String own = reader.format().contentType();
			if (!own.equals("application/json") && StringUtils.startsWithIgnoreCase(contentType, own)) {
				return reader.read(body, headers::getFirst);
			}
			ReceivedError error = reader.readExactly(body, headers::getFirst);
			if (error != null && !possible.contains(error)) {
				possible.add(error);
			}
		}
		return (possible.size() == 1) ? possible.get(0) : null;
	}

}
