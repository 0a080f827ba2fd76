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

package io.github.faultbook.autoconfigure.input;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.web.bind.annotation.RequestPart;

/**
 * JSON in the memory, so that all that is wrong with it can be found if the first problem
 * has made an end to reading.
 */
public final class RecordedBody implements HttpInputMessage {

	private final HttpHeaders headers;

	private final InputStream body;

	private final byte @Nullable [] bytes;

	private final Type type;

	private final MethodParameter parameter;

	/**
	 * Create a body that was read before.
	 * @param headers its headers
	 * @param bytes all of it
	 * @param type what it is read as
	 * @param parameter the parameter of the handler that it is read for
	 */
	public RecordedBody(HttpHeaders headers, byte[] bytes, Type type, MethodParameter parameter) {
		this(headers, new ByteArrayInputStream(bytes), bytes, type, parameter);
	}

	/**
	 * Create a body that is too large to be kept.
	 * @param headers its headers
	 * @param body the body
	 * @param type what it is read as
	 * @param parameter the parameter of the handler that it is read for
	 */
	public RecordedBody(HttpHeaders headers, InputStream body, Type type, MethodParameter parameter) {
		this(headers, body, null, type, parameter);
	}

	private RecordedBody(HttpHeaders headers, InputStream body, byte @Nullable [] bytes, Type type,
			MethodParameter parameter) {
		this.headers = headers;
		this.body = body;
		this.bytes = bytes;
		this.type = type;
		this.parameter = parameter;
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.headers;
	}

	@Override
	public InputStream getBody() {
		return this.body;
	}

	byte @Nullable [] bytes() {
		return this.bytes;
	}

	Type type() {
		return this.type;
	}

	/**
	 * Return the name of the part of a multipart request that this is.
	 * @return the name, or {@code null} if this is the body of the request itself
	 */
	@Nullable String part() {
		return this.parameter.hasParameterAnnotation(RequestPart.class) ? RequestParameters.nameOf(this.parameter)
				: null;
	}

}
