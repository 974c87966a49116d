namespace CommunityVoice.Analysis.Opinion;

/// <summary>Eigenvalues, largest first, and eigenvectors (columns) of a small symmetric matrix, by Jacobi's rotations.</summary>
/// <remarks>Source: Golub and Van Loan, "Matrix Computations", section 8.5. Only + - × ÷ √, in a fixed order. The matrix is used up.</remarks>
internal static class SymmetricEigen
{
    private const int MostSweeps = 30;

    public static (double[] Values, double[,] Vectors) Of(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        var vectors = new double[size, size];
        for (var n = 0; n < size; n++) vectors[n, n] = 1;
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var rotated = false;
            for (var p = 0; p < size - 1; p++)
            {
                for (var q = p + 1; q < size; q++) rotated |= Rotate(matrix, vectors, p, q);
            }
            if (!rotated) break;
        }
        int[] order = [.. Enumerable.Range(0, size).OrderByDescending(n => matrix[n, n])];
        var sorted = new double[size, size];
        for (var to = 0; to < size; to++)
        {
            for (var n = 0; n < size; n++) sorted[n, to] = vectors[n, order[to]];
        }
        return ([.. order.Select(n => matrix[n, n])], sorted);
    }

    // Makes the element (p, q) nought, unless it is as good as nought already.
    private static bool Rotate(double[,] matrix, double[,] vectors, int p, int q)
    {
        var off = matrix[p, q];
        if (Math.Abs(off) <= 1e-16 * (Math.Abs(matrix[p, p]) + Math.Abs(matrix[q, q]))) return false;
        var tau = (matrix[q, q] - matrix[p, p]) / (2 * off);
        var t = (tau >= 0 ? 1 : -1) / (Math.Abs(tau) + Math.Sqrt(1 + tau * tau));
        var c = 1 / Math.Sqrt(1 + t * t);
        var s = t * c;
        for (var n = 0; n < matrix.GetLength(0); n++)
        {
            var (left, right) = (matrix[n, p], matrix[n, q]);
            (matrix[n, p], matrix[n, q]) = (c * left - s * right, s * left + c * right);
        }
        for (var n = 0; n < matrix.GetLength(0); n++)
        {
            var (up, down) = (matrix[p, n], matrix[q, n]);
            (matrix[p, n], matrix[q, n]) = (c * up - s * down, s * up + c * down);
            var (left, right) = (vectors[n, p], vectors[n, q]);
            (vectors[n, p], vectors[n, q]) = (c * left - s * right, s * left + c * right);
        }
        return true;
    }
}
