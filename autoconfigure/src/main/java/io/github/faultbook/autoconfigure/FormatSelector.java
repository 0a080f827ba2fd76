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

package io.github.faultbook.autoconfigure;

import java.util.Locale;
import java.util.function.Function;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the format of an answer: problem details for a client that asks for them by
 * name, else the configured one.
 */
final class FormatSelector implements Function<ErrorRequest, WireFormat> {

	private static final String PROBLEM_JSON = "application/problem+json";

	private final WireFormat configured;

	private final @Nullable WireFormat problemDetails;

	FormatSelector(WireFormat configured, @Nullable WireFormat problemDetails) {
		this.configured = configured;
		this.problemDetails = problemDetails;
	}

	@Override
	public WireFormat apply(ErrorRequest request) {
		if (this.problemDetails != null) {
			String accept = request.header("Accept");
			if (accept != null && accept.toLowerCase(Locale.ROOT).contains(PROBLEM_JSON)) {
				return this.problemDetails;
			}
		}
		return this.configured;
	}

	/**
	 * Return the header that decides.
	 * @return the name, or {@code null} if none does
	 */
	@Nullable String varies() {
		return (this.problemDetails != null) ? "Accept" : null;
	}

}
