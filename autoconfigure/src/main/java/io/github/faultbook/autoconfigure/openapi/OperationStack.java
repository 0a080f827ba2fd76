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
import java.util.stream.Stream;

import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.web.method.HandlerMethod;

/**
 * How a web stack of Spring runs the operations of an application.
 */
interface OperationStack {

	/**
	 * Return the operations of the application.
	 * @return the methods of all controllers
	 */
	Stream<HandlerMethod> operations();

	/**
	 * Return the path that the paths of a description are relative to.
	 * @return the path, empty if there is none
	 */
	String root();

	/**
	 * Return whether clients can choose the media type of a response.
	 * @return {@code false} if the media type is fixed
	 */
	boolean negotiates();

	/**
	 * Return types that are read from a body or a part of any media type, in addition to
	 * texts, bytes and resources.
	 * @return the types, with their subclasses
	 */
	List<Class<?>> readFromAnything();

	/**
	 * Return types that are written under any media type, in addition to texts, bytes and
	 * resources.
	 * @return the types, with their subclasses
	 */
	List<Class<?>> writtenAsAnything();

	/**
	 * Return types that stand for the value that they have or will have, in addition to
	 * those of every stack.
	 * @return the types, each with the type of the value as its parameter
	 */
	List<Class<?>> wrappers();

	/**
	 * Return the exception that a rejected request leads to.
	 * @param rejection the reason
	 * @return the class of the exception
	 */
	Class<? extends Throwable> exceptionFor(Rejection rejection);

	/**
	 * Return whether an {@code @ExceptionHandler} method for every exception handles
	 * exceptions of the catalog, too.
	 * @return {@code false} if Faultbook handles these exceptions
	 */
	boolean catchAllTakesFaults();

	/**
	 * Return the type of a value.
	 * @param type the declared type
	 * @return the type without the wrappers around it
	 */
	default ResolvableType unwrap(ResolvableType type) {
		ResolvableType unwrapped = type;
		ResolvableType wrapper = asWrapper(type);
		while (wrapper != ResolvableType.NONE) {
			unwrapped = wrapper.getGeneric();
			wrapper = asWrapper(unwrapped);
		}
		return unwrapped;
	}

	private ResolvableType asWrapper(ResolvableType type) {
		return Stream.concat(Stream.of(HttpEntity.class, Callable.class, CompletionStage.class), wrappers().stream())
			.map(type::as)
			.filter((candidate) -> candidate != ResolvableType.NONE)
			.findFirst()
			.orElse(ResolvableType.NONE);
	}

}
