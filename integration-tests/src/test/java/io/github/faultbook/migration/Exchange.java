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

package io.github.faultbook.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request and its response, as they are recorded.
 *
 * @param name what happens
 * @param request method and target
 * @param headers the headers of the request
 * @param content the body of the request
 * @param status the status of the response, 0 if there is none yet
 * @param contentType the media type of the response
 * @param body the body of the response
 */
record Exchange(String name, String request, Map<String, String> headers, String content, int status,
		String contentType, String body) {

	@SuppressWarnings("unchecked")
	static List<Exchange> all(List<Map<String, Object>> recorded) {
		return recorded.stream()
			.map((values) -> new Exchange((String) values.get("name"), (String) values.get("request"),
					(Map<String, String>) values.getOrDefault("headers", Map.of()),
					(String) values.getOrDefault("content", ""), (int) values.getOrDefault("status", 0),
					(String) values.getOrDefault("contentType", ""), (String) values.getOrDefault("body", "")))
			.toList();
	}

	Map<String, Object> values() {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("name", this.name);
		values.put("request", this.request);
		if (!this.headers.isEmpty()) {
			values.put("headers", this.headers);
		}
		if (!this.content.isEmpty()) {
			values.put("content", this.content);
		}
		values.put("status", this.status);
		values.put("contentType", this.contentType);
		values.put("body", this.body);
		return values;
	}

	Exchange answered(int status, String contentType, String body) {
		return new Exchange(this.name, this.request, this.headers, this.content, status, contentType, body);
	}

	String answer() {
		return "%d %s %s".formatted(this.status, this.contentType, this.body);
	}

}
