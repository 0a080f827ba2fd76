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

package io.github.faultbook.documentation;

import java.util.List;

import io.github.faultbook.Retry;
import org.jspecify.annotations.Nullable;

/**
 * The documentation of one error, in one language.
 *
 * @param code the code
 * @param builtIn whether the error is not one of the application's own
 * @param status the HTTP status in the default format
 * @param reason the reason phrase of the status
 * @param title the name of the problem
 * @param message the text for clients, in which <code>{name}</code> stands for a
 * parameter
 * @param cause what usually leads to the error, may be empty
 * @param solution what the reader can do about it, may be empty
 * @param retry whether a client may send the request again
 * @param retryAfter the seconds to wait before a retry, or {@code null} if unknown
 * @param parameters the values that each occurrence has
 * @param headers the headers that each occurrence has in addition to the headers of every
 * response
 * @param since the version of the API that introduced it, or {@code null}
 * @param deprecatedSince the version since which it is deprecated, or {@code null}
 * @param replacedBy the code that replaces it, or {@code null} if no published code does
 */
public record DocumentationEntry(String code, boolean builtIn, int status, String reason, String title, String message,
		String cause, String solution, Retry retry, @Nullable Long retryAfter, List<Parameter> parameters,
		List<Header> headers, @Nullable String since, @Nullable String deprecatedSince, @Nullable String replacedBy) {

	/**
	 * A value that each occurrence of an error has.
	 *
	 * @param name the name
	 * @param type the type as clients know it, such as {@code string}
	 * @param description the meaning of the value, may be empty
	 * @param example the JSON of an example, or {@code null} if the catalog has none or
	 * only the application knows its JSON
	 */
	public record Parameter(String name, String type, String description, @Nullable String example) {

	}

	/**
	 * A header that the responses of an error have.
	 *
	 * @param name the name
	 * @param description the meaning of the header
	 */
	public record Header(String name, String description) {

	}

	/**
	 * A whole example response in one format.
	 *
	 * @param format the name of the format
	 * @param status the HTTP status
	 * @param reason the reason phrase of the status
	 * @param contentType the media type of the body
	 * @param headers the headers that belong to the format and the error
	 * @param body the body, indented if it is JSON
	 */
	public record Example(String format, int status, String reason, String contentType, List<Header> headers,
			String body) {

	}

	/**
	 * Sample code for clients.
	 *
	 * @param language the name of the language or tool
	 * @param syntax the name of the language in syntax highlighters
	 * @param code the code
	 */
	public record Sample(String language, String syntax, String code) {

	}

	/**
	 * A status below 400.
	 *
	 * @param status the HTTP status
	 * @param reason the reason phrase
	 * @param description the meaning of the status
	 */
	public record Success(int status, String reason, String description) {

	}

}
