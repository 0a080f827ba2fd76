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

import java.util.List;
import java.util.Map;

import io.github.faultbook.format.ErrorReader;
import io.github.faultbook.format.ReceivedError;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A service that the application calls.
 *
 * @param readers the readers of the formats that its errors can have: one, or several of
 * which the right one is detected
 * @param retries how often, and when, a request is sent again
 */
record RemoteService(List<ErrorReader> readers, RemoteErrorRetries retries) {

	/**
	 * Read a body.
	 * @param body the body, in a Unicode encoding
	 * @param headers the headers of the response
	 * @return the error, or {@code null} if it has none of the formats, or several of
	 * them that disagree
	 */
	@Nullable ReceivedError read(byte[] body, HttpHeaders headers) {
		Map<ErrorReader, ReceivedError> possible = ErrorReader.readAny(this.readers, body, headers::getFirst);
		return (possible.size() == 1) ? possible.values().iterator().next() : null;
	}

}
