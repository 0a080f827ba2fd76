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

package io.github.faultbook.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.pipeline.ErrorEvent;
import io.github.faultbook.pipeline.ErrorListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The last errors as a developer sees them, for the playground: the line in the log and
 * the code that throws the error. A real API shows neither to its clients.
 */
@Component
class AnsweredErrors extends AppenderBase<ILoggingEvent> implements ErrorListener, DisposableBean {

	private static final int KEPT = 100;

	private static final int LINES_AROUND = 6;

	private final Logger log = (Logger) LoggerFactory.getLogger("io.github.faultbook.errors");

	private final Deque<String> lines = new ArrayDeque<>();

	private final Deque<Occurrence> occurrences = new ArrayDeque<>();

	private final List<Source> sources = new ArrayList<>();

	AnsweredErrors() throws IOException {
		for (Resource source : new PathMatchingResourcePatternResolver().getResources("classpath*:sources/**/*.java")) {
			this.sources.add(new Source(String.valueOf(source.getFilename()),
					source.getContentAsString(StandardCharsets.UTF_8).lines().toList()));
		}
		setContext(this.log.getLoggerContext());
		start();
		this.log.addAppender(this);
	}

	@Override
	protected void append(ILoggingEvent event) {
		keep(this.lines, "%s %s: %s".formatted(event.getLevel(), event.getLoggerName(), event.getFormattedMessage()));
	}

	@Override
	public void onError(ErrorEvent event) {
		// The request of the event cannot be read any longer when somebody asks for it
		keep(this.occurrences, new Occurrence(String.valueOf(event.request().reference()), event.error().errorCode(),
				(event.exception() != null) ? event.exception().getClass().getSimpleName() : null));
	}

	private static <T> void keep(Deque<T> kept, T added) {
		synchronized (kept) {
			kept.addFirst(added);
			if (kept.size() > KEPT) {
				kept.removeLast();
			}
		}
	}

	/**
	 * Find an error.
	 * @param reference the reference that the client got
	 * @return the error, or {@code null} if it is unknown or too long ago
	 */
	@Nullable AnsweredError find(String reference) {
		Occurrence occurrence = find(this.occurrences, (candidate) -> reference.equals(candidate.reference()));
		if (occurrence == null) {
			return null;
		}
		return new AnsweredError(find(this.lines, (line) -> line.contains("reference " + reference)),
				occurrence.exception(), excerpt(occurrence.code()));
	}

	private static <T> @Nullable T find(Deque<T> kept, Predicate<T> wanted) {
		synchronized (kept) {
			return kept.stream().filter(wanted).findFirst().orElse(null);
		}
	}

	private @Nullable Excerpt excerpt(ErrorCode code) {
		if (!(code instanceof Enum<?> constant)) {
			return null;
		}
		Pattern name = Pattern
			.compile("\\b" + constant.getDeclaringClass().getSimpleName() + "\\." + constant.name() + "\\b");
		for (Source source : this.sources) {
			for (int i = 0; i < source.lines().size(); i++) {
				if (name.matcher(source.lines().get(i)).find()) {
					int first = Math.max(0, i - LINES_AROUND);
					int end = Math.min(source.lines().size(), i + LINES_AROUND + 1);
					return new Excerpt(source.name(), i + 1, first + 1, source.lines().subList(first, end));
				}
			}
		}
		return null;
	}

	@Override
	public void destroy() {
		this.log.detachAppender(this);
	}

	/**
	 * An error as a developer sees it.
	 *
	 * @param log the line in the log, or {@code null} if the error was not logged
	 * @param exception the class of the exception, or {@code null} if there was none
	 * @param source the code of the sample that throws the error, or {@code null} if
	 * Spring or the server refused the request
	 */
	record AnsweredError(@Nullable String log, @Nullable String exception, @Nullable Excerpt source) {

	}

	/**
	 * A part of a source file.
	 *
	 * @param file the name of the file
	 * @param line the number of the line that names the error, from 1
	 * @param first the number of the first line of the part, from 1
	 * @param lines the lines of the part
	 */
	record Excerpt(String file, int line, int first, List<String> lines) {

	}

	private record Occurrence(String reference, ErrorCode code, @Nullable String exception) {

	}

	private record Source(String name, List<String> lines) {

	}

}
