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

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CommonError}: its codes, statuses and messages are public API.
 */
class CommonErrorTests {

	private static final String TABLE = """
			400 invalid_request NEVER The request is malformed or has missing or invalid parameters.
			400 validation_error NEVER The request contains invalid fields.
			401 authentication_required NEVER Authentication credentials not provided or invalid.
			401 invalid_token NEVER The access token is invalid, malformed or expired.
			402 payment_required NEVER The request needs a payment.
			403 permission_denied NEVER You do not have permission to perform this action.
			404 resource_not_found NEVER The requested resource could not be found.
			405 method_not_allowed NEVER The method is not supported for this endpoint.
			406 not_acceptable NEVER None of the accepted media types can be produced.
			409 conflict NEVER The request conflicts with the current state of the resource.
			410 resource_gone NEVER The resource is no longer available.
			412 precondition_failed NEVER A precondition of the request failed.
			413 content_too_large NEVER The request body is too large.
			415 unsupported_media_type NEVER The media type of the request is not supported.
			422 unprocessable_content NEVER The request is well formed but cannot be processed.
			428 precondition_required NEVER The request must be conditional.
			429 rate_limit_exceeded ALWAYS You have exceeded your allowed request rate. Please try again later.
			431 headers_too_large NEVER The request headers are too large.
			500 internal_server_error IDEMPOTENT An unexpected error occurred. Please try again later or contact \
			support if the problem persists.
			501 not_implemented NEVER The server does not support this.
			502 bad_gateway IDEMPOTENT An upstream service returned an invalid response.
			503 service_unavailable ALWAYS The service is temporarily unavailable. Please try again later.
			504 gateway_timeout IDEMPOTENT An upstream service did not answer in time.
			505 http_version_not_supported NEVER The HTTP version is not supported.
			""";

	@Test
	void entriesAreThoseOfTheCatalog() {
		assertThat(Stream.of(CommonError.values()).map(CommonErrorTests::describe).collect(Collectors.joining()))
			.isEqualTo(TABLE);
	}

	@Test
	void solutionsAreThoseOfTheCatalog() {
		assertThat(Stream
			.of(CommonError.INVALID_REQUEST, CommonError.VALIDATION_ERROR, CommonError.PERMISSION_DENIED,
					CommonError.RATE_LIMIT_EXCEEDED, CommonError.INTERNAL_SERVER_ERROR, CommonError.GATEWAY_TIMEOUT)
			.map((error) -> error.definition().solution()))
			.containsExactly("Check syntax, required fields and data types.", "Fix the listed fields.",
					"Check role, scopes and tenant.", "Wait for Retry-After, back off.",
					"Retry with backoff; quote the reference.", "Retry with backoff, with an idempotency key.");
	}

	@Test
	void entriesMakeAValidCatalog() {
		Collection<ErrorCode> entries = ErrorCatalog.of(List.of(CommonError.values())).entries();
		assertThat(entries).containsExactly(CommonError.values());
	}

	@ParameterizedTest
	@EnumSource
	void entryIsPublishedAndDocumented(CommonError error) {
		ErrorDefinition definition = error.definition();
		assertThat(definition.internal()).isFalse();
		assertThat(definition.cause()).endsWith(".");
		assertThat(definition.solution()).endsWith(".");
	}

	@ParameterizedTest
	@EnumSource
	void titleReadsLikeASentence(CommonError error) {
		assertThat(ApiError.of(error).title()).matches("[A-Z][A-Za-z ]+");
	}

	private static String describe(CommonError error) {
		ErrorDefinition definition = error.definition();
		return "%d %s %s %s%n".formatted(definition.status(), error.code(), definition.retry(), definition.message())
			.replace("\r\n", "\n");
	}

}
