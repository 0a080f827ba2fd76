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

package io.github.faultbook.autoconfigure.openapi;

import io.github.faultbook.CommonError;

/**
 * A reason for which a web stack of Spring rejects a request to an operation.
 */
enum Rejection {

	/**
	 * A converter cannot read the body, or there is no body.
	 */
	UNREADABLE_BODY(CommonError.INVALID_REQUEST),

	/**
	 * A part or a file is missing.
	 */
	MISSING_PART(CommonError.INVALID_REQUEST),

	/**
	 * The body has a media type that is not supported.
	 */
	UNSUPPORTED_MEDIA_TYPE(CommonError.UNSUPPORTED_MEDIA_TYPE),

	/**
	 * A text cannot be converted to the type of its parameter.
	 */
	MISTYPED_VALUE(CommonError.INVALID_REQUEST),

	/**
	 * A parameter of the query is missing.
	 */
	MISSING_PARAMETER(CommonError.INVALID_REQUEST),

	/**
	 * A header is missing.
	 */
	MISSING_HEADER(CommonError.INVALID_REQUEST),

	/**
	 * A cookie is missing.
	 */
	MISSING_COOKIE(CommonError.INVALID_REQUEST),

	/**
	 * A converter finds nothing for a path variable.
	 */
	MISSING_ENTITY(CommonError.RESOURCE_NOT_FOUND),

	/**
	 * The value of a single argument is not valid.
	 */
	INVALID_ARGUMENT(CommonError.VALIDATION_ERROR),

	/**
	 * The client accepts none of the media types of the response.
	 */
	NOT_ACCEPTABLE(CommonError.NOT_ACCEPTABLE);

	private final CommonError error;

	Rejection(CommonError error) {
		this.error = error;
	}

	/**
	 * Return the error with which the request is answered.
	 * @return the entry of the catalog, unless the application maps the exception
	 */
	CommonError error() {
		return this.error;
	}

}
