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

package io.github.faultbook.autoconfigure.settings;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The catalog entry that an exception is mapped to.
 *
 * @param code the entry of the catalog
 * @param message the text for clients, in which {@value #OWN_TEXT} stands for the text of
 * the exception, or {@code null} to use the message of the entry
 */
record ExceptionMapping(ErrorCode code, @Nullable String message) {

	/**
	 * The placeholder for the text of an exception.
	 */
	static final String OWN_TEXT = "{exception.message}";

	ApiError error(Throwable exception) {
		String text = this.message;
		if (text != null && text.contains(OWN_TEXT)) {
			String own = exception.getMessage();
			text = (own != null) ? text.replace(OWN_TEXT, own) : null;
		}
		return (text != null) ? ApiError.builder(this.code).message(text).build() : ApiError.of(this.code);
	}

}
