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

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.faultbook.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a format other than its body.
 *
 * @param contentType the value of {@code Content-Type}
 * @param statuses the statuses of responses by the status of the error, its class or
 * {@code *}
 * @param validationStatus the status of a validation failure
 * @param reasons reason phrases that replace the registered ones, by status
 * @param codes codes that replace the codes of the catalog
 * @param docs the base address of the documentation of the codes, ending with a slash, or
 * {@code null} if there is none
 * @param languages the languages that are written beside the language of the request
 */
record FormatSettings(String contentType, Map<String, Integer> statuses, int validationStatus,
		Map<Integer, String> reasons, Map<String, String> codes, @Nullable String docs, Set<Locale> languages) {

	int status(ApiError error) {
		if (this.statuses.isEmpty()) {
			return error.status();
		}
		Integer status = this.statuses.get(Integer.toString(error.status()));
		status = (status != null) ? status : this.statuses.get(error.status() / 100 + "xx");
		return (status != null) ? status : this.statuses.getOrDefault("*", error.status());
	}

	String reason(ApiError error) {
		String reason = this.reasons.get(error.status());
		return (reason != null) ? reason : error.reason();
	}

	/**
	 * Return the problem type of an error (RFC 9457, section 3.1.1).
	 * @param error the error
	 * @return the type of the occurrence or its entry, else the page of its code, else
	 * {@code about:blank}
	 */
	String typeOf(ApiError error) {
		if (error.type() != null) {
			return error.type().toString();
		}
		return Objects.requireNonNullElse(docsOf(error), "about:blank");
	}

	/**
	 * Return the address of the documentation page of an error.
	 * @param error the error
	 * @return the address, or {@code null} if there is no page, as for internal entries
	 */
	@Nullable String docsOf(ApiError error) {
		boolean published = this.docs != null && !error.errorCode().definition().internal();
		return published ? this.docs + error.code() : null;
	}

}
