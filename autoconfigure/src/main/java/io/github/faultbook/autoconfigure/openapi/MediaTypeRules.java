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

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.accept.FixedContentNegotiationStrategy;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Determines whether an operation can reject the media type of a request or of a
 * response. Text, bytes and resources are read and written under any media type,
 * everything else needs a converter that supports it.
 */
final class MediaTypeRules {

	private static final List<Class<?>> READ_FROM_ANYTHING = List.of(String.class, byte[].class, Resource.class,
			MultipartFile.class, Part.class);

	private static final List<Class<?>> WRITTEN_AS_ANYTHING = List.of(String.class, byte[].class, Resource.class,
			StreamingResponseBody.class, ResponseBodyEmitter.class);

	private static final List<Class<?>> WRAPPERS = List.of(HttpEntity.class, Callable.class, CompletionStage.class,
			DeferredResult.class, WebAsyncTask.class);

	private final @Nullable ContentNegotiationManager negotiation;

	/**
	 * Create rules.
	 * @param negotiation determines the media types that clients accept, or {@code null}
	 * to assume an {@code Accept} header
	 */
	MediaTypeRules(@Nullable ContentNegotiationManager negotiation) {
		this.negotiation = negotiation;
	}

	/**
	 * Return whether the mapping of an operation names the media types that it reads.
	 * @param handler the operation
	 * @return whether requests with other media types do not reach the operation
	 */
	boolean namesWhatIsRead(HandlerMethod handler) {
		return isDeclared(handler, RequestMapping::consumes);
	}

	/**
	 * Return whether an operation reads a body or a part for which a converter has to
	 * support the media type.
	 * @param handler the operation
	 * @return whether the body can be unsupported or unreadable
	 */
	boolean convertsWhatIsRead(HandlerMethod handler) {
		return Stream.of(handler.getMethodParameters())
			.filter((parameter) -> parameter.hasParameterAnnotation(RequestBody.class)
					|| parameter.hasParameterAnnotation(RequestPart.class)
					|| HttpEntity.class.isAssignableFrom(parameter.getParameterType()))
			.anyMatch((parameter) -> !isOneOf(READ_FROM_ANYTHING, content(parameter)));
	}

	/**
	 * Return whether a client may accept none of the media types that an operation
	 * responds with.
	 * @param handler the operation, which responds with a body
	 * @return whether the response can be not acceptable
	 */
	boolean canBeNotAcceptable(HandlerMethod handler) {
		boolean negotiated = this.negotiation == null || this.negotiation.getStrategies()
			.stream()
			.anyMatch((strategy) -> !(strategy instanceof FixedContentNegotiationStrategy));
		return negotiated && (isDeclared(handler, RequestMapping::produces)
				|| !isOneOf(WRITTEN_AS_ANYTHING, content(handler.getReturnType())));
	}

	private static boolean isDeclared(HandlerMethod handler, Function<RequestMapping, String[]> attribute) {
		return Stream.of(handler.getMethod(), handler.getBeanType())
			.map((element) -> AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class))
			.anyMatch((mapping) -> mapping != null && attribute.apply(mapping).length > 0);
	}

	private static Class<?> content(MethodParameter parameter) {
		ResolvableType type = ResolvableType.forMethodParameter(parameter);
		while (isOneOf(WRAPPERS, type.resolve(Object.class))) {
			ResolvableType wrapper = type;
			type = WRAPPERS.stream()
				.map(wrapper::as)
				.filter((candidate) -> candidate != ResolvableType.NONE)
				.findFirst()
				.orElse(ResolvableType.NONE)
				.getGeneric();
		}
		Class<?> resolved = type.resolve(Object.class);
		boolean file = resolved.isArray() && !resolved.getComponentType().isPrimitive()
				|| Iterable.class.isAssignableFrom(resolved);
		return file ? elementOf(type) : resolved;
	}

	private static Class<?> elementOf(ResolvableType type) {
		Class<?> element = type.isArray() ? type.getComponentType().resolve(Object.class)
				: type.asCollection().resolveGeneric();
		// A list of strings is sent as JSON, a list of files as several parts
		return (element != null
				&& (MultipartFile.class.isAssignableFrom(element) || Part.class.isAssignableFrom(element))) ? element
						: Object.class;
	}

	private static boolean isOneOf(List<Class<?>> types, Class<?> type) {
		return types.stream().anyMatch((candidate) -> candidate.isAssignableFrom(type));
	}

}
