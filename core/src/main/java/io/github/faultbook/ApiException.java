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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Thrown to answer a request with an entry of the catalog:
 *
 * <pre class="code">
 * throw new ApiException(BillingError.INSUFFICIENT_BALANCE).with("required", "100.00").with("available", "50.50");
 * </pre>
 *
 * Client errors (status below 500) are created without a stack trace, which makes them as
 * cheap as any other object. Start the JVM with {@code -Dfaultbook.stack-traces=true} to
 * get them while debugging.
 * <p>
 * Subclasses may add data in their constructors. Not safe for use by several threads
 * until thrown.
 */
public class ApiException extends RuntimeException implements ApiFault {

	private static final boolean STACK_TRACES = Boolean.getBoolean("faultbook.stack-traces");

	private final transient ErrorCode errorCode;

	private final transient Map<String, Object> facts = new LinkedHashMap<>();

	private final transient List<Violation> violations = new ArrayList<>();

	private final transient Map<String, List<String>> headers = new LinkedHashMap<>();

	private transient @Nullable String clientMessage;

	private transient @Nullable Duration retryAfter;

	/**
	 * Create an exception without a cause.
	 * @param errorCode the catalog entry
	 */
	public ApiException(ErrorCode errorCode) {
		this(errorCode, null);
	}

	/**
	 * Create an exception with a cause, which is logged and never sent.
	 * @param errorCode the catalog entry
	 * @param cause the cause, or {@code null} if there is none
	 */
	public ApiException(ErrorCode errorCode, @Nullable Throwable cause) {
		this(errorCode, cause, STACK_TRACES || errorCode.definition().status() >= 500);
	}

	/**
	 * Create an exception and decide whether it has a stack trace.
	 * @param errorCode the catalog entry
	 * @param cause the cause, or {@code null} if there is none
	 * @param stackTrace whether to fill in the stack trace
	 */
	protected ApiException(ErrorCode errorCode, @Nullable Throwable cause, boolean stackTrace) {
		super(null, cause, true, stackTrace);
		this.errorCode = errorCode;
	}

	/**
	 * Add a value. Clients see it, and the message of the entry may use it.
	 * @param name the name
	 * @param value the value, serialized like the application's other JSON; {@code null}
	 * leaves it out
	 * @return this exception
	 */
	public ApiException with(String name, @Nullable Object value) {
		if (value != null) {
			this.facts.put(name, value);
		}
		else {
			this.facts.remove(name);
		}
		return this;
	}

	/**
	 * Replace the message of the entry in this occurrence. The text is sent as it is and
	 * not translated.
	 * @param text the text for clients
	 * @return this exception
	 */
	public ApiException message(String text) {
		this.clientMessage = text;
		return this;
	}

	/**
	 * Add an invalid field of the request body.
	 * @param path the path, such as {@code items[0].quantity}
	 * @param code the code of the violation, for programs
	 * @param message the message of the violation, for people
	 * @return this exception
	 */
	public ApiException violation(String path, String code, String message) {
		return violation(Violation.of(path, code, message));
	}

	/**
	 * Add an invalid input.
	 * @param violation the violation
	 * @return this exception
	 */
	public ApiException violation(Violation violation) {
		this.violations.add(violation);
		return this;
	}

	/**
	 * Add a header to the response. A name may be used several times.
	 * @param name the name
	 * @param value the value
	 * @return this exception
	 */
	public ApiException header(String name, String value) {
		this.headers.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
		return this;
	}

	/**
	 * Tell the client when to send the request again.
	 * @param delay the delay, sent as whole seconds rounded up
	 * @return this exception
	 */
	public ApiException retryAfter(Duration delay) {
		this.retryAfter = delay;
		return this;
	}

	@Override
	public final ErrorCode errorCode() {
		return this.errorCode;
	}

	@Override
	public @Nullable String clientMessage() {
		return this.clientMessage;
	}

	@Override
	public Map<String, Object> facts() {
		return Collections.unmodifiableMap(this.facts);
	}

	@Override
	public List<Violation> violations() {
		return Collections.unmodifiableList(this.violations);
	}

	@Override
	public Map<String, List<String>> headers() {
		return Collections.unmodifiableMap(this.headers);
	}

	@Override
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/**
	 * Return the code and the text for clients, for logs.
	 */
	@Override
	public String getMessage() {
		String text = clientMessage();
		return this.errorCode.code() + ": "
				+ ((text != null) ? text : MessageTemplate.render(this.errorCode.definition().message(), facts()));
	}

}
