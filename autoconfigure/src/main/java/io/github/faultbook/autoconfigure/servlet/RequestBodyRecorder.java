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

package io.github.faultbook.autoconfigure.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonView;
import io.github.faultbook.autoconfigure.input.RecordedBody;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Keeps JSON of moderate size in the memory while it is read, and remembers what it is
 * read for.
 */
// The last to touch the body: the others may replace it
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class RequestBodyRecorder extends RequestBodyAdviceAdapter {

	private static final int MAX_LENGTH = 64 * 1024;

	private static final int BELIEVED_LENGTH = 8 * 1024;

	private static final Set<Charset> UNICODE = Set.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16,
			StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

	@Override
	public boolean supports(MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converterType) {
		return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converterType);
	}

	@Override
	public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converterType) throws IOException {
		HttpHeaders headers = message.getHeaders();
		long length = headers.getContentLength();
		if (length <= 0 || length > MAX_LENGTH || !isUnicode(headers.getContentType())
				|| parameter.hasParameterAnnotation(JsonView.class)) {
			return new RecordedBody(headers, message.getBody(), type, parameter);
		}
		return new RecordedBody(headers, read(message.getBody(), (int) length), type, parameter);
	}

	/**
	 * Read a body. Its length is believed when some of it has come: what is only
	 * announced takes no memory.
	 * @param body the body
	 * @param length its length
	 * @return all of it
	 * @throws IOException if it cannot be read
	 */
	private static byte[] read(InputStream body, int length) throws IOException {
		byte[] start = body.readNBytes(Math.min(length, BELIEVED_LENGTH));
		if (length <= BELIEVED_LENGTH || start.length < BELIEVED_LENGTH) {
			return start;
		}
		byte[] bytes = Arrays.copyOf(start, length);
		int end = start.length + body.readNBytes(bytes, start.length, length - start.length);
		return (end < length) ? Arrays.copyOf(bytes, end) : bytes;
	}

	private static boolean isUnicode(@Nullable MediaType type) {
		return type == null || type.getCharset() == null || UNICODE.contains(type.getCharset());
	}

}
