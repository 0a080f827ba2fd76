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
 * A request body, or a part of it, that is recorded while it is read, so that all
 * problems can be found if the first one ends the reading. It also keeps the type and the
 * parameter that it is read for.
 */
public final class RecordedBody implements HttpInputMessage {

	private final HttpHeaders headers;

	private final InputStream body;

	private final Type type;

	private final MethodParameter parameter;

	/**
	 * Create a body.
	 * @param message the original message
	 * @param budget the budget for the memory of the recording, or {@code null} to record
	 * nothing
	 * @param type the type that the body is read as
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
	 * Release the memory of the recording.
	 */
	public void release() {
		if (this.body instanceof RecordingStream recording) {
			recording.release();
		}
	}

	/**
	 * Return the whole body. The rest of the body is read first, and the memory of the
	 * recording is released.
	 * @return the bytes, or {@code null} if the body was not recorded, is too large or
	 * has an encoding that Jackson does not detect
	 */
	byte @Nullable [] bytes() {
		return (this.body instanceof RecordingStream recording && Recording.isReadable(this.headers.getContentType()))
				? recording.readFully() : null;
	}

	Type type() {
		return this.type;
	}

	/**
	 * Return the name of this part of a multipart request.
	 * @return the name, or {@code null} if this is the body of the request itself
	 */
	@Nullable String part() {
		return this.parameter.hasParameterAnnotation(RequestPart.class) ? RequestParameters.nameOf(this.parameter)
				: null;
	}

}
