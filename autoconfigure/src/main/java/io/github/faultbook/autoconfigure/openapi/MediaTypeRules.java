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
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;

/**
 * Determines whether an operation can reject the media type of a request or of a
 * response. Text, bytes and resources are read and written under any media type,
 * everything else needs a converter that supports it.
 */
final class MediaTypeRules {

	private static final List<Class<?>> ANYTHING = List.of(String.class, byte[].class, Resource.class);

	private final OperationStack stack;

	MediaTypeRules(OperationStack stack) {
		this.stack = stack;
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
			.map(this::content)
			.anyMatch((content) -> !isOneOf(ANYTHING, content) && !isOneOf(this.stack.readFromAnything(), content));
	}

	/**
	 * Return whether a client may accept none of the media types that an operation
	 * responds with.
	 * @param handler the operation, which responds with a body
	 * @return whether the response can be not acceptable
	 */
	boolean canBeNotAcceptable(HandlerMethod handler) {
		return this.stack.negotiates() && (isDeclared(handler, RequestMapping::produces)
				|| !isWrittenAsAnything(content(handler.getReturnType())));
	}

	private boolean isWrittenAsAnything(Class<?> content) {
		return isOneOf(ANYTHING, content) || isOneOf(this.stack.writtenAsAnything(), content);
	}

	private static boolean isDeclared(HandlerMethod handler, Function<RequestMapping, String[]> attribute) {
		return Stream.of(handler.getMethod(), handler.getBeanType())
			.map((element) -> AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class))
			.anyMatch((mapping) -> mapping != null && attribute.apply(mapping).length > 0);
	}

	private Class<?> content(MethodParameter parameter) {
		ResolvableType type = this.stack.unwrap(ResolvableType.forMethodParameter(parameter));
		Class<?> resolved = type.resolve(Object.class);
		boolean several = resolved.isArray() && !resolved.getComponentType().isPrimitive()
				|| Iterable.class.isAssignableFrom(resolved);
		return several ? elementOf(type) : resolved;
	}

	private Class<?> elementOf(ResolvableType type) {
		Class<?> element = type.isArray() ? type.getComponentType().resolve(Object.class)
				: type.asCollection().getGeneric().resolve(Object.class);
		// A list of strings is sent as JSON, a list of files as several parts
		return isOneOf(this.stack.readFromAnything(), element) ? element : Object.class;
	}

	private static boolean isOneOf(List<Class<?>> types, Class<?> type) {
		return types.stream().anyMatch((candidate) -> candidate.isAssignableFrom(type));
	}

}
