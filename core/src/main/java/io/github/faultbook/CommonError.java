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

package io.github.faultbook;

import java.util.Locale;

import static io.github.faultbook.ErrorDefinition.of;

/**
 * The built-in entries of the catalog: one for each way an HTTP API commonly fails.
 */
public enum CommonError implements ErrorCode {

	/**
	 * 400, the request cannot be understood.
	 */
	INVALID_REQUEST(of(400, "The request is malformed or has missing or invalid parameters.")
		.cause("The request does not have the form the operation expects.")
		.solution("Check syntax, required fields and data types.")),

	/**
	 * 400 or 422, depending on the wire format and configuration: the request was
	 * understood but its values break the declared rules.
	 */
	VALIDATION_ERROR(of(400, "The request contains invalid fields.").title("Validation failed")
		.cause("One or more fields break a rule.")
		.solution("Fix the listed fields.")),

	/**
	 * 401, the request has no valid credentials.
	 */
	AUTHENTICATION_REQUIRED(of(401, "Authentication credentials not provided or invalid.")
		.cause("The request carries no credentials, or they are not valid.")
		.solution("Send a valid key or token.")),

	/**
	 * 401, the bearer token is not usable.
	 */
	INVALID_TOKEN(of(401, "The access token is invalid, malformed or expired.")
		.cause("The token has expired, was revoked or is damaged.")
		.solution("Refresh the token or authenticate again.")),

	/**
	 * 402, the operation needs a payment.
	 */
	PAYMENT_REQUIRED(of(402, "The request needs a payment.").cause("The operation is not covered by a payment.")
		.solution("Pay, then send the request again.")),

	/**
	 * 403, the credentials are valid but not sufficient.
	 */
	PERMISSION_DENIED(of(403, "You do not have permission to perform this action.")
		.cause("The credentials are valid but do not allow the operation.")
		.solution("Check role, scopes and tenant.")),

	/**
	 * 404, the resource does not exist.
	 */
	RESOURCE_NOT_FOUND(of(404, "The requested resource could not be found.")
		.cause("The URL or the identifier is wrong, or the resource is not visible to the caller.")
		.solution("Check the URL and the identifier.")),

	/**
	 * 405, the resource does not have this method.
	 */
	METHOD_NOT_ALLOWED(
			of(405, "The method is not supported for this endpoint.").cause("The URL is right, the method is not.")
				.solution("Use a method from the Allow header.")),

	/**
	 * 406, the server can produce none of the media types that the client accepts.
	 */
	NOT_ACCEPTABLE(of(406, "None of the accepted media types can be produced.")
		.cause("The Accept header excludes everything the operation produces.")
		.solution("Change the Accept header.")),

	/**
	 * 409, the request conflicts with the state of the resource.
	 */
	CONFLICT(of(409, "The request conflicts with the current state of the resource.")
		.cause("The resource was changed meanwhile, or exists already.")
		.solution("Resolve the conflict before retrying.")),

	/**
	 * 410, the resource no longer exists.
	 */
	RESOURCE_GONE(of(410, "The resource is no longer available.").cause("The resource was removed for good.")
		.solution("Remove references to it.")),

	/**
	 * 412, a condition that the client sent is not met.
	 */
	PRECONDITION_FAILED(of(412, "A precondition of the request failed.")
		.cause("The resource is no longer in the version the request names.")
		.solution("Fetch the current version.")),

	/**
	 * 413, the body is too large.
	 */
	CONTENT_TOO_LARGE(of(413, "The request body is too large.").cause("The body exceeds the limit of the operation.")
		.solution("Send less.")),

	/**
	 * 415, the server does not support the media type of the request.
	 */
	UNSUPPORTED_MEDIA_TYPE(of(415, "The media type of the request is not supported.")
		.cause("The Content-Type header is missing or names a type the operation does not read.")
		.solution("Use a type from the Accept header.")),

	/**
	 * 422, the request is well formed but cannot be processed.
	 */
	UNPROCESSABLE_CONTENT(of(422, "The request is well formed but cannot be processed.")
		.cause("The values contradict a rule of the operation.")
		.solution("Check values against the rules.")),

	/**
	 * 428, the operation requires a conditional request.
	 */
	PRECONDITION_REQUIRED(of(428, "The request must be conditional.")
		.cause("The operation refuses to overwrite a version the client has not seen.")
		.solution("Send If-Match.")),

	/**
	 * 429, the client sent too many requests.
	 */
	RATE_LIMIT_EXCEEDED(of(429, "You have exceeded your allowed request rate. Please try again later.")
		.cause("More requests than allowed in the time window.")
		.solution("Wait for Retry-After, back off.")
		.retry(Retry.ALWAYS)),

	/**
	 * 431, the headers are too large.
	 */
	HEADERS_TOO_LARGE(of(431, "The request headers are too large.")
		.cause("One header, or all of them together, exceed the limit of the server.")
		.solution("Send less.")),

	/**
	 * 500, the server failed.
	 */
	INTERNAL_SERVER_ERROR(
			of(500, "An unexpected error occurred. Please try again later or contact support if the problem persists.")
				.cause("A fault of the server.")
				.solution("Retry with backoff; quote the reference.")
				.retry(Retry.IDEMPOTENT)),

	/**
	 * 501, the server does not support the operation.
	 */
	NOT_IMPLEMENTED(of(501, "The server does not support this.").cause("The operation is not available.")
		.solution("Use another operation.")),

	/**
	 * 502, an upstream service sent an invalid response.
	 */
	BAD_GATEWAY(
			of(502, "An upstream service returned an invalid response.").cause("A service behind this one misbehaved.")
				.solution("Retry with exponential backoff.")
				.retry(Retry.IDEMPOTENT)),

	/**
	 * 503, the service is temporarily unavailable.
	 */
	SERVICE_UNAVAILABLE(
			of(503, "The service is temporarily unavailable. Please try again later.").cause("Maintenance or overload.")
				.solution("Wait for Retry-After.")
				.retry(Retry.ALWAYS)),

	/**
	 * 504, an upstream service did not answer in time.
	 */
	GATEWAY_TIMEOUT(of(504, "An upstream service did not answer in time.").cause("A service behind this one is slow.")
		.solution("Retry with backoff, with an idempotency key.")
		.retry(Retry.IDEMPOTENT)),

	/**
	 * 505, the server does not support the HTTP version.
	 */
	HTTP_VERSION_NOT_SUPPORTED(of(505, "The HTTP version is not supported.").title("HTTP version not supported")
		.cause("The request line names a version the server does not speak.")
		.solution("Use HTTP/1.1."));

	private final String code = name().toLowerCase(Locale.ROOT);

	private final ErrorDefinition definition;

	CommonError(ErrorDefinition definition) {
		this.definition = definition;
	}

	@Override
	public String code() {
		return this.code;
	}

	@Override
	public ErrorDefinition definition() {
		return this.definition;
	}

}
