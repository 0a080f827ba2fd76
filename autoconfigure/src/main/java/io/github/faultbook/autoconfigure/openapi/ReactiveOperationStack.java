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

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

import org.reactivestreams.Publisher;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerErrorException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/**
 * The operations of an application with WebFlux.
 *
 * @param mappings the controllers of the application
 * @param negotiation determines the media types that clients accept; without it, an
 * {@code Accept} header is assumed
 * @param root the base path of the application
 */
record ReactiveOperationStack(ObjectProvider<RequestMappingHandlerMapping> mappings,
		ObjectProvider<RequestedContentTypeResolver> negotiation, String root) implements OperationStack {

	private static final MediaType EXAMPLE = MediaType.valueOf("example/example");

	@Override
	public Stream<HandlerMethod> operations() {
		return this.mappings.orderedStream().flatMap((mapping) -> mapping.getHandlerMethods().values().stream());
	}

	@Override
	public boolean negotiates() {
		RequestedContentTypeResolver resolver = this.negotiation.getIfUnique();
		try {
			return resolver == null || resolver.resolveMediaTypes(ExampleExchange.accepting(EXAMPLE)).contains(EXAMPLE);
		}
		catch (RuntimeException ex) {
			// The resolver of the application refuses the type
			return true;
		}
	}

	@Override
	public List<Class<?>> readFromAnything() {
		return List.of(Part.class, DataBuffer.class, ByteBuffer.class);
	}

	@Override
	public List<Class<?>> writtenAsAnything() {
		return List.of(DataBuffer.class, ByteBuffer.class);
	}

	@Override
	public List<Class<?>> wrappers() {
		return List.of(Publisher.class);
	}

	@Override
	public Class<? extends Throwable> exceptionFor(Rejection rejection) {
		return switch (rejection) {
			case UNREADABLE_BODY, MISTYPED_VALUE -> ServerWebInputException.class;
			case MISSING_PART, MISSING_PARAMETER, MISSING_HEADER, MISSING_COOKIE -> MissingRequestValueException.class;
			case UNSUPPORTED_MEDIA_TYPE -> UnsupportedMediaTypeStatusException.class;
			case MISSING_ENTITY -> ServerErrorException.class;
			case INVALID_ARGUMENT -> WebExchangeBindException.class;
			case NOT_ACCEPTABLE -> NotAcceptableStatusException.class;
		};
	}

	@Override
	public boolean catchAllTakesFaults() {
		return true;
	}

}
