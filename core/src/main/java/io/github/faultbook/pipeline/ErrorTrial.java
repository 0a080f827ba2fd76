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

package io.github.faultbook.pipeline;

import java.util.List;

import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * How an exception, or an error that is known already, would be answered.
 *
 * @param event what the listeners would be told
 * @param resolver the resolver that knows the exception, or {@code null} if it is the
 * exception itself that does, or nobody, or if there is no exception
 * @param failed the resolvers that failed, in the order they were asked
 * @param format the format, or {@code null} if none could be chosen
 * @param reply the answer
 */
public record ErrorTrial(ErrorEvent event, @Nullable ErrorResolver resolver, List<Failure> failed,
		@Nullable WireFormat format, ErrorReply reply) {

	public ErrorTrial {
		failed = List.copyOf(failed);
	}

	/**
	 * What a resolver threw.
	 *
	 * @param resolver the resolver
	 * @param failure what it threw, one of the failures of the event
	 */
	public record Failure(ErrorResolver resolver, Throwable failure) {

	}

}
