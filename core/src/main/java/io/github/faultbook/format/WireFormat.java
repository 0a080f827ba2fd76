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
import java.util.Set;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

/**
 * Strategy to write errors as the clients of an API expect them. Most formats are
 * compiled from templates by {@link WireFormats}; implement this interface to write a
 * body that no template can express. Implementations must be safe for use by several
 * threads.
 */
public interface WireFormat {

	/**
	 * Return the name by which the configuration chooses this format.
	 * @return the name, such as {@code details-map}
	 */
	String name();

	/**
	 * Return the media type of the bodies.
	 * @return the value of {@code Content-Type}
	 */
	default String contentType() {
		return "application/json";
	}

	/**
	 * Return the status of the response. A format for clients that look at the body only
	 * may return the same status for all errors, such as 200.
	 * @param error the error
	 * @return the status of a response with a body: 2xx, 4xx or 5xx
	 */
	default int status(ApiError error) {
		return error.status();
	}

	/**
	 * Return the status of a validation failure.
	 * @return the status, usually 400 or 422
	 */
	default int validationStatus() {
		return 400;
	}

	/**
	 * Return the languages in which the format writes titles and messages beside the
	 * language of the request. They are in {@link ApiError#translations()}.
	 * @return the languages, usually none
	 */
	default Set<Locale> languages() {
		return Set.of();
	}

	/**
	 * Return the headers that belong to the format.
	 * @param error the error
	 * @param request the request that failed
	 * @return the values by name
	 */
	default Map<String, String> headers(ApiError error, ErrorRequest request) {
		return Map.of();
	}

	/**
	 * Write the body.
	 * @param error the error
	 * @param request the request that failed
	 * @return the body, in UTF-8 if it is text
	 */
	byte[] write(ApiError error, ErrorRequest request);

	/**
	 * Return a JSON Schema (draft 2020-12) that all bodies conform to. The schema of a
	 * compiled template is derived from the template.
	 * @return the schema as JSON, or {@code null} if nothing is known about the bodies
	 */
	default @Nullable String schema() {
		return null;
	}

	/**
	 * Return a JSON Schema (draft 2020-12) that the bodies within a scope conform to. The
	 * schema of a compiled template has the code of the error as a constant, the types of
	 * its declared facts, and the limits.
	 * @param scope what is known about the bodies
	 * @return the schema as JSON, or {@code null} if nothing is known about the bodies
	 */
	default @Nullable String schema(SchemaScope scope) {
		return schema();
	}

}
