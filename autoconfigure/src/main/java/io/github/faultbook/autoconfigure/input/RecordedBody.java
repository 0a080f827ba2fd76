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

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.web.bind.annotation.RequestPart;

/**
 * A request body, or a part of it, that is kept while it is read: if the first problem
 * has made an end to reading, all others can be found. It remembers what it is read for.
 */
public final class RecordedBody implements HttpInputMessage {

	private final HttpHeaders headers;

	private final InputStream body;

	private final Type type;

	private final MethodParameter parameter;

	/**
	 * Create a body.
	 * @param message the body as it comes
	 * @param budget where the memory for the recording comes from, or {@code null} to
	 * record nothing
	 * @param type what the body is read as
	 * @param parameter the parameter of the handler that it is read for
	 * @throws IOException if the body cannot be read
	 */
	public RecordedBody(HttpInputMessage message, @Nullable RecordingBudget budget, Type type,
			MethodParameter parameter) throws IOException {
		this.headers = message.getHeaders();
		this.body = (budget != null) ? new RecordingStream(message.getBody(), budget) : message.getBody();
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

	/**
	 * Give the memory of the recording back.
	 */
	public void release() {
		if (this.body instanceof RecordingStream recording) {
			recording.release();
		}
	}

	/**
	 * Return the whole body. What has not been read yet is read first, and the memory of
	 * the recording is given back.
	 * @return the bytes, or {@code null} if the body was not recorded or is too large
	 */
	byte @Nullable [] bytes() {
		return (this.body instanceof RecordingStream recording) ? recording.readFully() : null;
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
