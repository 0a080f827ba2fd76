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

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorRequest;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows what each entry of a catalog looks like in a format, to be read or to be compared
 * with a file in the tests of an application.
 */
public final class FormatPreview {

	private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private FormatPreview() {
	}

	/**
	 * Write every entry in a format, as the answer to {@code GET /example}. Parameters
	 * have example values; a validation failure lists two fields.
	 * @param catalog the catalog
	 * @param format the format
	 * @return one section of Markdown per entry in the order of the catalog, without
	 * those that are internal
	 */
	public static String of(ErrorCatalog catalog, WireFormat format) {
		StringBuilder page = new StringBuilder();
		for (ErrorCode entry : catalog.entries()) {
			if (!entry.definition().internal()) {
				page.append(section(ErrorExample.of(entry, format), format));
			}
		}
		return page.toString();
	}

	private static String section(ApiError error, WireFormat format) {
		ErrorRequest request = ErrorExample.request();
		StringBuilder headers = new StringBuilder("Content-Type: " + format.contentType() + "\n");
		format.headers(error, request).forEach((name, value) -> headers.append(name + ": " + value + "\n"));
		String body = new String(format.write(error, request), StandardCharsets.UTF_8);
		boolean json = format.contentType().contains("json");
		return "## %s\n\n```http\nHTTP/1.1 %d %s\n%s\n%s\n```\n\n".formatted(error.code(), error.status(),
				error.reason(), headers, json ? PRETTY.writeValueAsString(PRETTY.readTree(body)) : body);
	}

}
