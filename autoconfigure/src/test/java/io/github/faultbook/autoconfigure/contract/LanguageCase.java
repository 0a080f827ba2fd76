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

package io.github.faultbook.autoconfigure.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request and its answers in every language.
 *
 * @param name what is tried
 * @param request method and target
 * @param headers complete lines; the host alone if there are none
 * @param body the body, may be empty
 * @param status the status
 * @param untranslated the languages whose answer is in no known language
 * @param answers the bodies by language
 */
record LanguageCase(String name, String request, List<String> headers, String body, int status,
		List<String> untranslated, Map<String, String> answers) {

	LanguageCase {
		headers = Objects.requireNonNullElse(headers, List.of("Host: localhost"));
		body = Objects.requireNonNullElse(body, "");
		untranslated = Objects.requireNonNullElse(untranslated, List.of());
	}

	static List<LanguageCase> all() throws IOException {
		try (InputStream yaml = LanguageCase.class.getResourceAsStream("/languages/answers.yaml")) {
			return List.of(JsonMapper.shared().convertValue(new Yaml().load(yaml), LanguageCase[].class));
		}
	}

	/**
	 * Return the request as it goes over the wire.
	 * @param language the language asked for
	 * @return the bytes, each character one of them
	 */
	String in(String language) {
		StringBuilder request = new StringBuilder(this.request + " HTTP/1.1\r\nConnection: close\r\n");
		this.headers.forEach((header) -> request.append(header).append("\r\n"));
		if (!this.body.isEmpty()) {
			request.append("Content-Length: ").append(this.body.getBytes(StandardCharsets.UTF_8).length).append("\r\n");
		}
		return request.append("Accept-Language: " + language + "\r\n\r\n").append(this.body).toString();
	}

	/**
	 * Return what the answer must say of its language. What is not translated is the text
	 * of a definition, or the default of a message source.
	 * @param language the language asked for
	 * @return the header, or {@code null} if there must be none
	 */
	@Nullable List<String> contentLanguage(String language) {
		return (language.equals("en") || this.untranslated.contains(language)) ? null : List.of(language);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
