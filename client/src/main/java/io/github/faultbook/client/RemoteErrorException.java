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

package io.github.faultbook.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import io.github.faultbook.Retry;
import io.github.faultbook.format.ErrorReader;
import io.github.faultbook.format.ReceivedError;
import io.github.faultbook.format.ReceivedViolation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClientResponseException;

/**
 * Another service has answered with an error. All clients throw this exception, including
 * {@code WebClient}. What the body does not say is absent; the status, the headers and
 * the bytes of the body are always there.
 * <p>
 * Everything but the status comes from another party. Do not send it to clients, and do
 * not decide about access with it. The message of the exception has neither texts nor
 * facts of the body, so that it can be logged.
 * <p>
 * A subclass with {@link io.github.faultbook.ErrorCodes @ErrorCodes} and a constructor
 * that takes a {@link RemoteAnswer} is thrown for these codes.
 */
public class RemoteErrorException extends RestClientResponseException {

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * The codes and references that may stand in a log line.
	 */
	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

	private static final String INVALID_TOKEN = "invalid_token";

	private final HttpMethod method;

	private final URI uri;

	private final transient @Nullable ReceivedError error;

	/**
	 * Create an exception.
	 * @param answer the answer of the other service
	 */
	public RemoteErrorException(RemoteAnswer answer) {
		super(messageOf(answer), answer.status(), "", answer.headers(), answer.body(), StandardCharsets.UTF_8);
		this.method = answer.method();
		this.uri = answer.uri();
		this.error = answer.error();
		setBodyConvertFunction((type) -> JSON.readValue(answer.body(), JSON.constructType(type.getType())));
	}

	private static String messageOf(RemoteAnswer answer) {
		StringBuilder message = new StringBuilder().append(answer.status().value());
		ReceivedError error = (answer.error() != null) ? answer.error() : ReceivedError.UNKNOWN;
		if (error.code() != null && CODE.matcher(error.code()).matches()) {
			message.append(' ').append(error.code());
		}
		message.append(" from ").append(answer.method()).append(' ').append(withoutQuery(answer.uri()));
		String reference = referenceOf(error, answer.headers());
		if (reference != null && CODE.matcher(reference).matches()) {
			message.append(", reference ").append(reference);
		}
		return message.toString();
	}

	// A body that cannot be read may still come with the header
	private static @Nullable String referenceOf(ReceivedError error, @Nullable HttpHeaders headers) {
		return (error.reference() != null || headers == null) ? error.reference()
				: headers.getFirst(ErrorReader.REFERENCE_HEADER);
	}

	private static String withoutQuery(URI uri) {
		String server = (uri.getHost() != null) ? uri.getScheme() + "://" + uri.getHost() : "";
		String port = (uri.getPort() >= 0) ? ":" + uri.getPort() : "";
		return server + port + Objects.requireNonNullElse(uri.getRawPath(), "");
	}

	/**
	 * Return the method of the request.
	 * @return the method
	 */
	public HttpMethod getMethod() {
		return this.method;
	}

	/**
	 * Return the address of the request.
	 * @return the address, with its query
	 */
	public URI getUri() {
		return this.uri;
	}

	/**
	 * Return whether the body could be read in the configured format.
	 * @return {@code false} if only the status, the headers and the bytes of the body are
	 * known
	 */
	public boolean isRead() {
		return this.error != null;
	}

	/**
	 * Return what the body says.
	 * @return the error, which is {@link ReceivedError#UNKNOWN} if the body could not be
	 * read
	 */
	public ReceivedError getError() {
		return (this.error != null) ? this.error : ReceivedError.UNKNOWN;
	}

	/**
	 * Return the code of the error.
	 * @return the code, such as {@code insufficient_balance}, or {@code null}
	 */
	public @Nullable String getCode() {
		return getError().code();
	}

	/**
	 * Return the facts of the error.
	 * @return values by name: texts, numbers, booleans, and lists and maps of them
	 */
	public Map<String, Object> getFacts() {
		return getError().facts();
	}

	/**
	 * Return a fact in a type.
	 * @param <T> the type
	 * @param name the name of the fact
	 * @param type the class to convert the fact to, as Jackson does
	 * @return the fact, or {@code null} if there is none
	 * @throws IllegalArgumentException if the fact cannot be converted
	 */
	public <T> @Nullable T getFact(String name, Class<T> type) {
		Object fact = getFacts().get(name);
		return (fact != null) ? JSON.convertValue(fact, type) : null;
	}

	/**
	 * Return the invalid inputs.
	 * @return the violations, in the order of the body
	 */
	public List<ReceivedViolation> getViolations() {
		return getError().violations();
	}

	/**
	 * Return the identifier of the request in the log of the other service.
	 * @return the reference that the body has, else the header {@code X-Error-Reference},
	 * or {@code null}
	 */
	public @Nullable String getReference() {
		return referenceOf(getError(), getResponseHeaders());
	}

	/**
	 * Return whether the same request may be sent again: what the body says, else for the
	 * statuses 429, 500, 502, 503 and 504 whether the method is idempotent.
	 * @return whether a retry is safe, for this method
	 */
	public boolean isRetryable() {
		Retry retry = getError().retry();
		if (retry == null) {
			retry = switch (getStatusCode().value()) {
				case 429, 500, 502, 503, 504 -> Retry.IDEMPOTENT;
				default -> Retry.NEVER;
			};
		}
		return retry.allows(this.method.name());
	}

	/**
	 * Return whether the other service has refused the token of the request (RFC 6750,
	 * section 3.1), so that the same request may be sent again with a new token.
	 * @return whether the status is 401 and the body or the header
	 * {@code WWW-Authenticate} says {@code invalid_token}
	 */
	public boolean isInvalidToken() {
		HttpHeaders headers = getResponseHeaders();
		return getStatusCode().value() == 401 && (INVALID_TOKEN.equals(getCode())
				|| (headers != null && headers.getOrEmpty(HttpHeaders.WWW_AUTHENTICATE)
					.stream()
					.anyMatch((challenge) -> challenge.contains("error=\"" + INVALID_TOKEN + '"'))));
	}

	/**
	 * Return how long to wait before the request is sent again: the header
	 * {@code Retry-After} in seconds or as a date (RFC 9110, section 10.2.3), else what
	 * the body says.
	 * @return the delay, never negative, or {@code null} if it is unknown
	 */
	public @Nullable Duration getRetryAfter() {
		Duration delay = RetryAfter.of(getResponseHeaders());
		return (delay != null) ? delay : getError().retryAfter();
	}

}
