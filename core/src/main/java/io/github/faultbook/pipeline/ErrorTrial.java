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

package io.github.faultbook.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.faultbook.ApiError;
import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * How an error would be answered.
 *
 * @param error the error as it would be written
 * @param format the format, or {@code null} if none could be chosen
 * @param reply the answer
 */
public record ErrorTrial(ApiError error, @Nullable WireFormat format, ErrorReply reply) {

	private static final Set<String> GENERAL_HEADERS = Set.of("Cache-Control", "Content-Language", "Content-Type",
			"Vary", "X-Content-Type-Options");

	/**
	 * Return the headers of the answer without those that any answer of a server may
	 * have, such as {@code Cache-Control}.
	 * @return the headers, ordered by name
	 */
	public Map<String, List<String>> specificHeaders() {
		Map<String, List<String>> specific = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		specific.putAll(this.reply.headers());
		GENERAL_HEADERS.forEach(specific::remove);
		return specific;
	}

}
