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

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CauseChain}.
 */
class CauseChainTests {

	private static final Exception CAUSE = new IllegalStateException();

	@Test
	void whatIsWrappedOftenIsUnwrapped() {
		assertThat(unwrap(new RuntimeException(new RuntimeException(CAUSE)))).isSameAs(CAUSE);
	}

	@Test
	void subclassOfTheWrapperIsNone() {
		Exception subclass = new RuntimeException(CAUSE) {
		};
		assertThat(unwrap(subclass)).isSameAs(subclass);
		assertThat(unwrap(new RuntimeException(subclass))).isSameAs(subclass);
	}

	@Test
	void wrapperOfNothingStays() {
		Exception empty = new RuntimeException();
		assertThat(unwrap(new RuntimeException(empty))).isSameAs(empty);
	}

	@Test
	void ringOfWrappersStays() {
		Throwable last = new RuntimeException();
		Throwable ring = IntStream.range(0, 3)
			.boxed()
			.reduce(last, (cause, i) -> new RuntimeException(cause), (a, b) -> b);
		last.initCause(ring);
		assertThat(unwrap(ring)).isSameAs(ring);
	}

	@Test
	void chainHoldsTheExceptionAndItsCausesOnce() {
		Exception exception = new IOException(new RuntimeException(CAUSE));
		CauseChain chain = new CauseChain(exception);
		assertThat(List.of(chain.next(), chain.next(), chain.next())).containsExactly(exception, exception.getCause(),
				CAUSE);
		assertThat(chain.next()).isNull();
		assertThat(chain.next()).isNull();
		assertThat(chain.failure()).isNull();
	}

	@Test
	void firstExceptionOfATypeIsFound() {
		Exception exception = new IOException(new RuntimeException(CAUSE));
		assertThat(CauseChain.find(exception, IOException.class)).isSameAs(exception);
		assertThat(CauseChain.find(exception, RuntimeException.class)).isSameAs(exception.getCause());
		assertThat(CauseChain.find(exception, IllegalStateException.class)).isSameAs(CAUSE);
		assertThat(CauseChain.find(exception, IllegalArgumentException.class)).isNull();
		assertThat(CauseChain.find(nested(100), IllegalStateException.class)).isNull();
	}

	@Test
	void chainOfAHundredHasAnEndAndALongerOneHasNone() {
		assertThat(CauseChain.isEndless(nested(99))).isFalse();
		assertThat(CauseChain.isEndless(nested(100))).isTrue();
		assertThat(CauseChain.anyMatch(nested(99), (candidate) -> candidate == CAUSE)).isTrue();
		assertThat(CauseChain.anyMatch(nested(100), (candidate) -> candidate == CAUSE)).isFalse();
		assertThat(unwrap(nested(99))).isSameAs(CAUSE);
		assertThat(unwrap(nested(100))).isInstanceOf(RuntimeException.class);
	}

	@Test
	void chainWithACauseThatCannotBeReadHasNoEnd() {
		assertThat(CauseChain.isEndless(new RuntimeException(new Exception() {

			@Override
			public synchronized Throwable getCause() {
				throw new IllegalStateException();
			}

		}))).isTrue();
	}

	private static Throwable nested(int causes) {
		Throwable exception = CAUSE;
		for (int i = 0; i < causes; i++) {
			exception = new RuntimeException(exception);
		}
		return exception;
	}

	private static Throwable unwrap(Throwable exception) {
		return CauseChain.unwrap(exception, RuntimeException.class);
	}

}
